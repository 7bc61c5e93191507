using NewsWatch.Matching;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Storage.Kibana;

/// <summary>Words and phrases in KQL.</summary>
internal static class KqlPhraseCompiler
{
    public static KqlBound Compile(PhraseNode phrase, Field? field)
    {
        if (phrase.Terms is [WildcardTerm wildcard]) return Star(wildcard, field);
        if (phrase.Slop > 0) return EachWord(phrase, field).Without($"A phrase with ~{phrase.Slop}: KQL has no moved words; it finds the articles that hold all of them.");
        if (phrase.Terms.All(t => t is WordTerm)) return In(field, "", Words(phrase));
        if (phrase.Terms.All(t => t is ExactTerm)) return In(field, ".exact", Words(phrase));
        if (phrase.Terms.All(t => t is StemTerm)) return In(field, ".stem", Words(phrase));
        return EachWord(phrase, field).Without("A phrase with '=', '~', '*' or '?' beside plain words: a KQL phrase is of one kind; it finds the articles that hold all of the words.");
    }

    // A bare star term reaches the index as it stands, folded but not cut into words, so only letters and digits of scripts with spaces can have one.
    private static KqlBound Star(WildcardTerm term, Field? field)
    {
        if (term.Rest.Contains('?', StringComparison.Ordinal)) return KqlBound.Anything($"{term.Prefix}{term.Rest}: KQL has no sign for one open letter, so the word is left out.");
        var text = term.Prefix + term.Rest;
        return text.All(c => c == '*' || char.IsAsciiLetterOrDigit(c))
            ? KqlBound.Exactly(field is { } one ? $"{Fields.Name(one)} : {text}" : text)
            : KqlBound.Anything($"{text}: in KQL a star goes with plain letters and digits only, so the word is left out.");
    }

    private static KqlBound EachWord(PhraseNode phrase, Field? field) => KqlBound.All([.. phrase.Terms.Select(term => Single(term, field)).OfType<KqlBound>()]);

    private static KqlBound? Single(Term term, Field? field) => term switch
    {
        WordTerm word => In(field, "", word.Text),
        ExactTerm exact => In(field, ".exact", exact.Text),
        // The stem of a stem may be another, so what stands for it is any word that begins so; too wide is allowed here, too narrow is not.
        StemTerm => KqlBound.Anything(),
        WildcardTerm wildcard => Star(wildcard, field),
        _ => null,
    };

    // Without a field Kibana looks in the index's default fields, which are title, summary and body; a subfield has to be named.
    private static KqlBound In(Field? field, string subfield, string words)
    {
        var quoted = KqlText.Quote(words);
        if (field is { } one) return KqlBound.Exactly($"{Fields.Name(one)}{subfield} : {quoted}");
        return subfield.Length == 0
            ? KqlBound.Exactly(quoted)
            : KqlBound.Exactly(string.Join(" or ", Fields.Default.Select(f => $"{Fields.Name(f)}{subfield} : {quoted}")), "or");
    }

    private static string Words(PhraseNode phrase) => string.Join(' ', phrase.Words.Select(w => w.TrimStart('=', '~')));
}
