namespace NewsWatch.Matching.Language.Tree;

/// <summary>The operand stands at <see cref="Count"/> or more places, overlapping ones counted once, in all fields looked at together: <c>ATLEAST/3(sanctions)</c>.</summary>
/// <remarks>The count of a field is the largest number of places of which no two overlap. By default title, summary and body are summed.</remarks>
/// <param name="Count">2 to <see cref="QueryLimits.MaxCount"/>.</param>
/// <param name="Operand">As an operand of <see cref="NearNode"/>.</param>
public sealed record AtLeastNode(int Count, QueryNode Operand) : QueryNode;
