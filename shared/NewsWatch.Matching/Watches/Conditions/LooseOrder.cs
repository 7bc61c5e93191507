using NewsWatch.Matching.Watches.Places;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>A phrase with slop stands in one of the fields.</summary>
internal sealed class LooseOrder(PlaceFinder[] terms, int slop, int mask) : Condition
{
    public override bool Holds(in Passage passage)
    {
        var places = passage.Workspace.RentList();
        foreach (var part in passage.Parts(mask))
        {
            if (passage.Workspace.Slop.Collect(part, terms, slop, passage.Workspace, places, firstOnly: true)) break;
        }

        var found = places.Count > 0;
        passage.Workspace.Return(places);
        return found;
    }

    public override void AddSpans(in Passage passage, SpanList spans)
    {
        var places = passage.Workspace.RentList();
        foreach (var part in passage.Parts(mask))
        {
            places.Clear();
            passage.Workspace.Slop.Collect(part, terms, slop, passage.Workspace, places, firstOnly: false);
            places.Tidy();
            places.KeepTightest();
            foreach (var place in places.AsSpan()) spans.Add(part.Stream.Span(place.Start, place.End));
        }

        passage.Workspace.Return(places);
    }
}
