using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Terms;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Places;

/// <summary>Finds where something stands in a part of a stream.</summary>
internal abstract class PlaceFinder
{
    /// <summary>Whether it stands anywhere there.</summary>
    public abstract bool Any(in Passage.Part part, Workspace workspace);

    /// <summary>Adds all its places there, tidy if the list was empty.</summary>
    public abstract void Collect(in Passage.Part part, Workspace workspace, PlaceList places);

    /// <summary>How many tokens each of its places has, where all have the same number; else 0.</summary>
    public virtual int Length => 0;

    /// <param name="node">One of those that <see cref="NearNode.Operands"/> allows.</param>
    public static PlaceFinder For(QueryNode node) => node switch
    {
        PhraseNode phrase => new PhraseFinder([.. phrase.Terms.Select(TermMatcher.For)]),
        OrNode or => EitherFinder.For(or),
        NearNode near => For(near, [.. near.Operands.Select(For)]),
        FragmentNode fragment => For(fragment.Operand),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "It has no places."),
    };

    private static PlaceFinder For(NearNode near, PlaceFinder[] operands) =>
        operands is [{ Length: > 0 } first, { Length: > 0 } second]
            ? new PairFinder(first, second, near.Distance, near.Ordered)
            : new NearFinder(operands, near.Distance, near.Ordered);
}
