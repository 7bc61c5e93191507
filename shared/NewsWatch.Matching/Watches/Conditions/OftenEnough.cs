using NewsWatch.Matching.Watches.Places;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>ATLEAST/n: n places of which no two overlap, the fields taken together.</summary>
internal sealed class OftenEnough(PlaceFinder finder, int count, int mask) : Condition
{
    private readonly Somewhere _places = new(finder, mask);

    public override bool Holds(in Passage passage) => Count(passage, finder, mask, count) >= count;

    public override void AddSpans(in Passage passage, SpanList spans) => _places.AddSpans(passage, spans);

    /// <summary>How many places that do not overlap; stops counting when there are <paramref name="enough"/>.</summary>
    public static int Count(in Passage passage, PlaceFinder finder, int mask, int enough)
    {
        var places = passage.Workspace.RentList();
        var found = 0;
        foreach (var part in passage.Parts(mask))
        {
            places.Clear();
            finder.Collect(part, passage.Workspace, places);
            found += CountApart(places);
            if (found >= enough) break;
        }

        passage.Workspace.Return(places);
        return found;
    }

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
