namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Anchors of which at least one stands in every document that a watch, or a part of it, holds for.</summary>
/// <param name="Anchors">The anchors.</param>
/// <param name="Cost">Roughly, in how many of a hundred thousand documents one of them stands.</param>
/// <param name="Decides">Whether the part holds wherever one of them stands.</param>
internal sealed record AnchorPlan(IReadOnlyList<Anchor> Anchors, double Cost, bool Decides)
{
    /// <summary>A word that stands beside the anchor, where there is only one anchor.</summary>
    public WordBeside Beside { get; init; }

    /// <summary>All fields that one of the anchors may stand in.</summary>
    public int Mask => Anchors.Aggregate(0, (mask, anchor) => mask | anchor.Mask);

    /// <summary>For a part that holds when any of several do.</summary>
    public static AnchorPlan Union(IReadOnlyList<AnchorPlan> plans) => plans.Count == 1 ? plans[0] : new(
        [.. plans.SelectMany(p => p.Anchors)],
        plans.Sum(p => p.Cost),
        // Hits know the fields of the whole watch only.
        plans.All(p => p.Decides && p.Mask == plans[0].Mask));

    /// <summary>For a part that holds only when all of several do.</summary>
    public static AnchorPlan Cheapest(IEnumerable<AnchorPlan> plans) => plans.MinBy(p => p.Cost)! with { Decides = false };
}
