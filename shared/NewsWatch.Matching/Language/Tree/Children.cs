namespace NewsWatch.Matching.Language.Tree;

/// <summary>Walks trees.</summary>
public static class Children
{
    /// <summary>The nodes directly below, in the order written; none below a leaf.</summary>
    public static IReadOnlyList<QueryNode> Of(QueryNode node) => node switch
    {
        AndNode and => and.Operands,
        OrNode or => or.Operands,
        NotNode not => [not.Operand],
        NearNode near => near.Operands,
        SentenceNode sentence => [sentence.Operand],
        AtLeastNode atLeast => [atLeast.Operand],
        FieldNode field => [field.Operand],
        FragmentNode fragment => [fragment.Operand],
        _ => [],
    };

    /// <summary>The node and all below it.</summary>
    public static IEnumerable<QueryNode> SelfAndAllOf(QueryNode node)
    {
        yield return node;
        foreach (var child in Of(node))
        {
            foreach (var below in SelfAndAllOf(child)) yield return below;
        }
    }
}
