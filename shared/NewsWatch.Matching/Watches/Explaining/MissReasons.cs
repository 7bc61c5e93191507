using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Explaining;

/// <summary>Says why a part does not hold: what is missing, or how close it came.</summary>
internal static class MissReasons
{
    private static readonly int Everywhere = Enum.GetValues<Field>().Where(Fields.IsText).Sum(FieldMask.Of);

    public static string Of(QueryNode node, int mask, IReadOnlyList<Explanation> parts, Evidence evidence) => node switch
    {
        AndNode => $"{parts.Count(p => !p.Holds)} of {parts.Count} parts {(parts.Count(p => !p.Holds) == 1 ? "does" : "do")} not hold: {string.Join(", ", parts.Where(p => !p.Holds).Select(p => p.Part))}.",
        OrNode => $"None of {parts.Count} alternatives holds.",
        NotNode => $"What must not be there is there: {parts[0].Part}.",
        FieldNode or FragmentNode => parts[0].Why,
        NearNode near => Near(near, mask, parts, evidence),
        SentenceNode sentence => evidence.Holds(sentence.Operand, mask) ? "Its parts stand there, but in no single sentence." : parts[0].Why,
        AtLeastNode atLeast => $"It stands {Times(evidence.Count(atLeast.Operand, mask))}; {atLeast.Count} are needed.",
        ValueNode value => Value(value, evidence.Document),
        PhraseNode phrase => Phrase(phrase, mask, evidence),
        _ => "It does not hold.",
    };

    private static string Near(NearNode near, int mask, IReadOnlyList<Explanation> parts, Evidence evidence)
    {
        if (parts.FirstOrDefault(p => !p.Holds) is { } missing) return $"{missing.Part}: {missing.Why}";
        if (evidence.Gap(near, mask) is { } gap) return $"They stand no closer than with {gap} other {(gap == 1 ? "word" : "words")} between; {near.Distance} are allowed.";
        return near.Ordered && evidence.Gap(near with { Ordered = false }, mask) is not null
            ? "They stand there, but not in this order."
            : "They never stand in one field without overlapping.";
    }

    private static string Phrase(PhraseNode phrase, int mask, Evidence evidence)
    {
        if (evidence.Holds(phrase, Everywhere & ~mask) && (Everywhere & ~mask) != 0)
            return $"It stands in the {FieldWords.Join(evidence.Find(phrase, Everywhere & ~mask).Select(s => s.Field).Distinct())}, but not in the {FieldWords.Of(mask)}.";
        if (phrase.Terms.FirstOrDefault(t => !evidence.Has(t, mask)) is { } missing) return Missing(missing, mask, evidence);
        return phrase.Slop == 0 ? "All its words stand there, but nowhere side by side in this order." : "All its words stand there, but nowhere close enough.";
    }

    private static string Missing(Term term, int mask, Evidence evidence) => term switch
    {
        WordTerm word => $"“{word.Text}” does not stand in the {FieldWords.Of(mask)}.",
        ExactTerm exact when evidence.Has(new WordTerm(exact.Folded), mask) => $"“{exact.Folded}” stands there, but never spelt “{exact.Text}”.",
        ExactTerm exact => $"“{exact.Text}” does not stand in the {FieldWords.Of(mask)}.",
        StemTerm stem => $"No form of “{stem.Stem}” stands in the {FieldWords.Of(mask)}.",
        WildcardTerm { IsPrefix: true } prefix => $"No word in the {FieldWords.Of(mask)} starts with “{prefix.Prefix}”.",
        WildcardTerm wildcard => $"No word in the {FieldWords.Of(mask)} is like “{wildcard.Prefix}{wildcard.Rest}”.",
        _ => $"The {FieldWords.Of(mask)} is empty.",
    };

    private static string Value(ValueNode value, Document document) => value.Field switch
    {
        Field.Lang => $"The language is “{document.Lang}”.",
        Field.Domain => $"The domain is “{document.Domain}”.",
        _ => $"The address is “{document.Url}”.",
    };

    private static string Times(int n) => n switch { 0 => "nowhere", 1 => "once", _ => $"{n} times" };
}
