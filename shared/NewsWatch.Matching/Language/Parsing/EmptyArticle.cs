using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>Tells queries that need nothing to be there: those that an article without a word satisfies.</summary>
internal static class EmptyArticle
{
    public static bool Holds(QueryNode node) => node switch
    {
        AndNode and => and.Operands.All(Holds),
        OrNode or => or.Operands.Any(Holds),
        NotNode not => !Holds(not.Operand),
        FieldNode field => Holds(field.Operand),
        FragmentNode fragment => Holds(fragment.Operand),
        _ => false,
    };
}
