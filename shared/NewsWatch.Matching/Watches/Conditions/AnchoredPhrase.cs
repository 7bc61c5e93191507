using NewsWatch.Matching.Watches.Places;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>A phrase of which an anchor has been found: only the places around the anchor can hold it.</summary>
/// <param name="finder">The phrase.</param>
/// <param name="offset">How many of its terms stand before the anchor.</param>
internal sealed class AnchoredPhrase(PhraseFinder finder, int offset)
{
    public bool StandsAround(TextStream stream, int anchor) => finder.StandsAt(stream, anchor - offset);

    public MatchSpan Span(TextStream stream, int anchor) => stream.Span(anchor - offset, anchor - offset + finder.Length);
}
