using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Phrases.WordBeginnings;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Anchors of single words, phrases and values.</summary>
internal static class PhraseAnchors
{
    // Porter's steps change at most the last two letters that a word shares with its stem: ability → abl.
    private const int StemSlack = 2;

    public static AnchorPlan? Plan(PhraseNode phrase, int mask)
    {
        if (Ending(phrase, mask) is { } ending) return ending;
        var best = phrase.Slop == 0 ? LongestRun(phrase.Terms, mask) : null;
        for (var i = 0; i < phrase.Terms.Count; i++)
        {
            if (best is not null && phrase.Terms[i] is WordTerm or ExactTerm && phrase.Slop == 0) continue;
            if (Single(phrase.Terms[i], mask) is not { } plan || plan.Cost >= best?.Cost) continue;
            best = plan with { Anchors = [plan.Anchors[0] with { Offset = i }] };
        }

        return best is null or { Decides: true } || phrase.Slop > 0 ? best : best with { Beside = Beside(phrase.Terms, best.Anchors[0]) };
    }

    public static AnchorPlan Plan(ValueNode value) => new([new ValueAnchor(value.Field, value.Value, FieldMask.Of(value.Field))], AnchorCost.Of(value.Field), false);

    /// <summary>The <c>Text</c> token that a term stands for, where it is only one.</summary>
    public static string? Word(Term term) => term switch
    {
        WordTerm word => word.Text,
        ExactTerm exact => exact.Folded,
        _ => null,
    };

    // Words and a last one that is only begun, as in "european central bank*", or that one alone.
    private static AnchorPlan? Ending(PhraseNode phrase, int mask)
    {
        if (phrase.Slop > 0 || phrase.Terms[^1] is not WildcardTerm { IsPrefix: true, Prefix.Length: <= Prefixes.Longest } last) return null;
        var words = phrase.Terms.OfType<WordTerm>().Select(word => word.Text).ToList();
        if (words.Count < phrase.Terms.Count - 1) return null;
        return new([new PrefixAnchor(words, last.Prefix, mask)], AnchorCost.OfPhrase(words, last.Prefix), true);
    }

    private static WordBeside Beside(NodeList<Term> terms, Anchor anchor) => WordBeside.Of(terms, anchor.Offset, anchor is PhraseAnchor words ? words.Words.Count : 1);

    private static AnchorPlan? Single(Term term, int mask) => term switch
    {
        WordTerm word => new([new PhraseAnchor([word.Text], mask)], AnchorCost.OfWord(word.Text), false),
        ExactTerm exact => new([new PhraseAnchor([exact.Folded], mask)], AnchorCost.OfWord(exact.Folded), false),
        WildcardTerm wildcard => Prefix(wildcard.Prefix, mask),
        StemTerm stem => Prefix(WithoutSlack(stem.Stem), mask),
        _ => null,
    };

    private static AnchorPlan Prefix(string prefix, int mask)
    {
        if (prefix.Length > Prefixes.Longest) prefix = prefix[..(char.IsHighSurrogate(prefix[Prefixes.Longest - 1]) ? Prefixes.Longest - 1 : Prefixes.Longest)];
        return new([new PrefixAnchor([], prefix, mask)], AnchorCost.OfPrefix(prefix), false);
    }

    // The stemmer changes letters from a to z only, so that half a character never is among those that it may have changed.
    private static string WithoutSlack(string stem)
    {
        var length = Math.Max(1, stem.Length - StemSlack);
        return stem[..(length < stem.Length && char.IsSurrogatePair(stem[length - 1], stem[length]) ? length + 1 : length)];
    }

    private static AnchorPlan? LongestRun(NodeList<Term> terms, int mask)
    {
        AnchorPlan? best = null;
        for (int start = 0, end; start < terms.Count; start = end + 1)
        {
            end = start;
            var words = new List<string>();
            while (end < terms.Count && Word(terms[end]) is { } word)
            {
                words.Add(word);
                end++;
            }

            if (words.Count == 0) continue;
            var decides = words.Count == terms.Count && terms.All(t => t is WordTerm);
            var plan = new AnchorPlan([new PhraseAnchor(words, mask) { Offset = start }], AnchorCost.OfPhrase(words), decides);
            if (best is null || plan.Cost < best.Cost) best = plan;
        }

        return best;
    }
}
