using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>Which nodes can be asked of a single sentence.</summary>
internal static class Sentences
{
    /// <summary>What in the node cannot, in words; <see langword="null"/> when all can.</summary>
    public static string? Problem(QueryNode node) => node switch
    {
        PhraseNode or NearNode => null,
        AndNode and => First(and.Operands),
        OrNode or => First(or.Operands),
        NotNode not => Problem(not.Operand),
        FragmentNode fragment => Problem(fragment.Operand) is { } found ? $"{found} (in @{fragment.Name})" : null,
        SentenceNode => "another SENTENCE",
        AtLeastNode => "ATLEAST",
        FieldNode field => $"a field; write {Fields.Name(field.Field)}:SENTENCE( … )",
        _ => "a value",
    };

    private static string? First(NodeList<QueryNode> operands) => operands.Select(Problem).FirstOrDefault(p => p is not null);
}
