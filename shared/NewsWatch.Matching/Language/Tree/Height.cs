namespace NewsWatch.Matching.Language.Tree;

internal static class Height
{
    /// <summary>How many nodes stand above one another.</summary>
    public static int Of(QueryNode node)
    {
        var below = 0;
        foreach (var child in Children.Of(node)) below = Math.Max(below, Of(child));
        return below + 1;
    }
}
