namespace NewsWatch.Matching.Language.Tree;

/// <summary>A node of a parsed query; nodes are immutable and compare by what they hold.</summary>
/// <remarks>
/// Every kind is one of <see cref="PhraseNode"/>, <see cref="ValueNode"/>, <see cref="AndNode"/>, <see cref="OrNode"/>, <see cref="NotNode"/>,
/// <see cref="NearNode"/>, <see cref="SentenceNode"/>, <see cref="AtLeastNode"/>, <see cref="FieldNode"/>, <see cref="FragmentNode"/>.
/// A node that stands below no <see cref="FieldNode"/> looks in <see cref="Fields.Default"/>.
/// </remarks>
public abstract record QueryNode
{
    // Closed: a compiler that handles every kind above handles every tree.
    private protected QueryNode()
    {
    }
}
