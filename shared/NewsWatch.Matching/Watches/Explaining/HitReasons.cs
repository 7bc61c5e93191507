using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Watches.Explaining;

/// <summary>Says why a part holds.</summary>
internal static class HitReasons
{
    public static string Of(QueryNode node, IReadOnlyList<Explanation> parts, IReadOnlyList<MatchSpan> spans) => node switch
    {
        AndNode => $"All {parts.Count} parts hold.",
        OrNode => $"{Number(parts.Count(p => p.Holds))} of {parts.Count} alternatives {(parts.Count(p => p.Holds) == 1 ? "holds" : "hold")}.",
        NotNode => "What must not be there is not there.",
        FieldNode or FragmentNode => parts[0].Why,
        NearNode => $"They stand near each other in the {Places(spans)}.",
        SentenceNode => $"One sentence has it all, in the {Places(spans)}.",
        AtLeastNode => $"It stands often enough, in the {Places(spans)}.",
        ValueNode value => $"The {FieldWords.Of(value.Field)} says so.",
        _ => $"It stands in the {Places(spans)}{Times(spans.Count)}.",
    };

    private static string Number(int n) => n == 1 ? "One" : n.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Times(int n) => n == 1 ? "" : $", {n} times";

    private static string Places(IReadOnlyList<MatchSpan> spans) => FieldWords.Join(spans.Select(s => s.Field).Distinct());
}
