using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language;

/// <summary>A fragment that a query was read with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version that was read.</param>
public readonly record struct FragmentUse(string Name, int Version)
{
    /// <summary>The fragments in a tree, those inside fragments included, each once.</summary>
    internal static IReadOnlyList<FragmentUse> In(QueryNode root) =>
        [.. Children.SelfAndAllOf(root).OfType<FragmentNode>().Select(f => new FragmentUse(f.Name, f.Version)).Distinct()];
}
