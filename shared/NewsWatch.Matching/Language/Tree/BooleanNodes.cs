namespace NewsWatch.Matching.Language.Tree;

/// <summary>Holds when every operand holds. NOT is one operand of it: <c>a NOT b</c> is <c>And(a, Not(b))</c>.</summary>
/// <param name="Operands">Two or more, in the order written; never itself an <see cref="AndNode"/>.</param>
public sealed record AndNode(NodeList<QueryNode> Operands) : QueryNode;

/// <summary>Holds when at least one operand holds.</summary>
/// <param name="Operands">Two or more, in the order written; never itself an <see cref="OrNode"/>.</param>
public sealed record OrNode(NodeList<QueryNode> Operands) : QueryNode;

/// <summary>Holds when the operand does not. It speaks of the whole document, or of the sentence when it stands inside <see cref="SentenceNode"/>.</summary>
/// <param name="Operand">What must not hold.</param>
public sealed record NotNode(QueryNode Operand) : QueryNode;
