using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Printing;
using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Explaining;

/// <summary>Says which part of a query holds for a document, which does not, and why.</summary>
public static class WatchExplainer
{
    /// <summary>Explains the whole query.</summary>
    /// <remarks>The parts of a SENTENCE are explained for the whole field: what stands there at all, if not in one sentence.</remarks>
    public static Explanation Explain(WatchQuery query, Document document)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(document);
        var workspace = Workspace.Rent(document);
        var explanation = Explain(query.Root, FieldMask.Default, new Evidence(workspace));
        workspace.Return();
        return explanation;
    }

    private static Explanation Explain(QueryNode node, int mask, Evidence evidence)
    {
        // Only a phrase's own words need no explanation of their own.
        var inside = node is FieldNode field ? FieldMask.Of(field.Field) : mask;
        var parts = Children.Of(node).Select(child => Explain(child, inside, evidence)).ToList();
        var spans = evidence.Find(node, mask);
        var holds = evidence.Holds(node, mask);
        return new()
        {
            Part = CanonicalPrinter.Print(node),
            Words = PlainWords.Of(node),
            Holds = holds,
            Why = holds ? HitReasons.Of(node, parts, spans) : MissReasons.Of(node, mask, parts, evidence),
            Spans = spans,
            Parts = parts,
        };
    }
}
