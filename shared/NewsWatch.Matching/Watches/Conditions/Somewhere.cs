using NewsWatch.Matching.Watches.Places;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>Words, a phrase or a NEAR stand in one of the fields.</summary>
internal class Somewhere(PlaceFinder finder, int mask) : Condition
{
    public override bool Holds(in Passage passage)
    {
        foreach (var part in passage.Parts(mask))
        {
            if (finder.Any(part, passage.Workspace)) return true;
        }

        return false;
    }

    public override void AddSpans(in Passage passage, SpanList spans)
    {
        var places = passage.Workspace.RentList();
        foreach (var part in passage.Parts(mask))
        {
            places.Clear();
            finder.Collect(part, passage.Workspace, places);
            foreach (var place in places.AsSpan()) PlaceSpans.Add(part.Stream, place, passage.Workspace, spans);
        }

        passage.Workspace.Return(places);
    }
}

internal static class PlaceSpans
{
    /// <summary>Adds the span of a place, or those of the parts that it is made of.</summary>
    public static void Add(TextStream stream, Place place, Workspace workspace, SpanList spans)
    {
        if (place.Parts < 0) spans.Add(stream.Span(place.Start, place.End));
        for (var at = place.Parts; at >= 0; at = workspace.Parts[at].Next)
        {
            var (start, end, _) = workspace.Parts[at];
            spans.Add(stream.Span(start, end));
        }
    }
}
