namespace NewsWatch.Matching.Language.Tree;

/// <summary>A named fragment, <c>@banks</c>: means what its own tree means, as if it stood there in parentheses.</summary>
/// <param name="Name">Without the <c>@</c>, in lower case.</param>
/// <param name="Version">Which version of it was read.</param>
/// <param name="Operand">The fragment's tree.</param>
public sealed record FragmentNode(string Name, int Version, QueryNode Operand) : QueryNode;
