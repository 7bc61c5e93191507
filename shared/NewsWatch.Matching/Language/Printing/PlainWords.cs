using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Printing;

/// <summary>Says a tree in plain words.</summary>
internal static class PlainWords
{
    public static string Query(QueryNode root) => $"Finds articles with {Of(root)}.{Where(root)}";

    /// <summary>A node as a noun phrase.</summary>
    public static string Of(QueryNode node) => node switch
    {
        PhraseNode phrase => PhraseWords.Of(phrase),
        ValueNode value => Value(value),
        AndNode and => Join(and.Operands, " and "),
        OrNode or => Join(or.Operands, " or "),
        NotNode not => $"not {Grouped(not.Operand)}",
        NearNode near => Near(near),
        SentenceNode sentence => $"a sentence that has {Grouped(sentence.Operand)}",
        AtLeastNode atLeast => $"at least {atLeast.Count} times {Grouped(atLeast.Operand)}",
        FieldNode { Operand: ValueNode value } => Value(value),
        FieldNode field => Fields.IsText(field.Field) ? $"{Grouped(field.Operand)} in the {FieldName(field.Field)}" : Of(field.Operand),
        FragmentNode fragment => $"@{fragment.Name} ({Of(fragment.Operand)})",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string Where(QueryNode root) => NamesFieldsOnly(root) ? "" : " Where no field is named, title, summary and body are searched.";

    private static bool NamesFieldsOnly(QueryNode node) => node switch
    {
        FieldNode => true,
        PhraseNode => false,
        _ => Children.Of(node).All(NamesFieldsOnly),
    };

    private static string Join(NodeList<QueryNode> operands, string between) => string.Join(between, operands.Select(Grouped));

    private static string Grouped(QueryNode node) => node is AndNode or OrNode or NearNode ? $"({Of(node)})" : Of(node);

    private static string Near(NearNode near)
    {
        var operands = string.Join(" and ", near.Operands.Select(Grouped));
        var order = near.Ordered ? "in this order" : "in any order";
        return near.Distance switch
        {
            0 => $"{operands} right beside each other, {order}",
            1 => $"{operands} with at most 1 other word between, {order}",
            var n => $"{operands} with at most {n} other words between, {order}",
        };
    }

    private static string Value(ValueNode value) => value.Field switch
    {
        Field.Lang => $"the language “{value.Value}”",
        Field.Domain => $"the domain “{value.Value}”",
        _ => $"“{value.Value}” anywhere in the address",
    };

    private static string FieldName(Field field) => field switch
    {
        Field.Source => "outlet's name",
        Field.Author => "author's name",
        Field.Tag => "tags",
        _ => Fields.Name(field),
    };
}
