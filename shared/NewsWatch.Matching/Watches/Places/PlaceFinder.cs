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
    /// <param name="terms">Where its terms come from.</param>
    public static PlaceFinder For(QueryNode node, TermPool terms) => node switch
    {
        PhraseNode phrase => PhraseFinder.For(phrase, terms),
        OrNode or => EitherFinder.For(or, terms),
        NearNode near => For(near, [.. near.Operands.Select(operand => For(operand, terms))]),
        FragmentNode fragment => For(fragment.Operand, terms),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "It has no places."),
    };

    private static PlaceFinder For(NearNode near, PlaceFinder[] operands) =>
        operands is [{ Length: > 0 } first, { Length: > 0 } second]
            ? new PairFinder(first, second, near.Distance, near.Ordered)
            : new NearFinder(operands, near.Distance, near.Ordered);
}
