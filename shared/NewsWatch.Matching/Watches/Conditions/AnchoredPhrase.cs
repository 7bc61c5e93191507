using NewsWatch.Matching.Watches.Anchors;
using NewsWatch.Matching.Watches.Places;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>A phrase of which an anchor has been found: only the places around the anchor can hold it.</summary>
internal sealed class AnchoredPhrase : Somewhere
{
    private readonly PhraseFinder _finder;
    private readonly int _offset;

    /// <param name="finder">The phrase.</param>
    /// <param name="plan">Its one anchor.</param>
    public AnchoredPhrase(PhraseFinder finder, AnchorPlan plan)
        : base(finder, plan.Mask) => (_finder, _offset) = (finder, plan.Anchors[0].Offset);

    public bool StandsAround(TextStream stream, int anchor) => _finder.StandsAt(stream, anchor - _offset);

    public MatchSpan Span(TextStream stream, int anchor) => stream.Span(anchor - _offset, anchor - _offset + _finder.Length);
}
