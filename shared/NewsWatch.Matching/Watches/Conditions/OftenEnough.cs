using NewsWatch.Matching.Watches.Places;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>ATLEAST/n: n places of which no two overlap, the fields taken together.</summary>
internal sealed class OftenEnough(PlaceFinder finder, int count, int mask) : Condition
{
    private readonly Somewhere _places = new(finder, mask);

    public override bool Holds(in Passage passage)
    {
        var places = passage.Workspace.RentList();
        var found = 0;
        foreach (var part in passage.Parts(mask))
        {
            places.Clear();
            finder.Collect(part, passage.Workspace, places);
            found += CountApart(places);
            if (found >= count) break;
        }

        passage.Workspace.Return(places);
        return found >= count;
    }

    public override void AddSpans(in Passage passage, SpanList spans) => _places.AddSpans(passage, spans);

    // Taking whichever ends first is best: it leaves the most room for the rest.
    private static int CountApart(PlaceList places)
    {
        places.AsSpan().Sort(static (a, b) => a.End.CompareTo(b.End));
        int found = 0, end = 0;
        foreach (var place in places.AsSpan())
        {
            if (place.Start < end) continue;
            end = place.End;
            found++;
        }

        return found;
    }
}
