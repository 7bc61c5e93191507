using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>Joins nodes so that equal meanings of the same words have one shape.</summary>
internal static class Combine
{
    public static QueryNode And(List<QueryNode> operands)
    {
        if (operands.Count == 1) return operands[0];
        var flat = new List<QueryNode>(operands.Count);
        foreach (var operand in operands)
        {
            if (operand is AndNode inner) flat.AddRange(inner.Operands);
            else flat.Add(operand);
        }

        return new AndNode(new([.. flat]));
    }

    public static QueryNode Or(List<QueryNode> operands)
    {
        if (operands.Count == 1) return operands[0];
        var flat = new List<QueryNode>(operands.Count);
        foreach (var operand in operands)
        {
            if (operand is OrNode inner) flat.AddRange(inner.Operands);
            else flat.Add(operand);
        }

        return new OrNode(new([.. flat]));
    }

    public static QueryNode Not(QueryNode operand) => operand is NotNode twice ? twice.Operand : new NotNode(operand);
}
