namespace NewsWatch.Matching.Language.Tree;

/// <summary>All operands stand in one value of one field, none overlapping another, with at most <see cref="Distance"/> other words between the first and the last.</summary>
/// <remarks>
/// <para>
/// Pick one place of each operand so that no two overlap (and, for ONEAR, each ends before the next operand's place starts). The words between are the
/// length of the stretch from the first to the last, less the lengths of the places picked. The node holds where some pick leaves at most
/// <see cref="Distance"/>. With two operands that is "at most n words between them"; <c>a NEAR/4 b NEAR/4 c</c> is one node of three and has 4 in all.
/// </para>
/// <para>
/// As the operand of another NEAR its places are its tightest stretches: those that hold and contain no other that holds (the minimal intervals of
/// Clarke, Cormack and Burkowski, 1995, which Lucene's intervals use too).
/// </para>
/// </remarks>
/// <param name="Operands">
/// Two to <see cref="QueryLimits.MaxNearOperands"/>; each a <see cref="PhraseNode"/> without slop, a <see cref="NearNode"/>, or an <see cref="OrNode"/> or
/// <see cref="FragmentNode"/> of these. The places of an OR are those of all its operands.
/// </param>
/// <param name="Distance">0 to <see cref="QueryLimits.MaxDistance"/>.</param>
/// <param name="Ordered">ONEAR: in the order written. NEAR: in any order.</param>
public sealed record NearNode(NodeList<QueryNode> Operands, int Distance, bool Ordered) : QueryNode;
