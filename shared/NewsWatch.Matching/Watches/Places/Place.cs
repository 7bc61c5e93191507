using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Watches.Places;

/// <summary>Where something stands: tokens from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
/// <param name="Start">First position.</param>
/// <param name="End">One past the last.</param>
/// <param name="Parts">Its parts in <see cref="PlaceParts"/>, or -1 when it is one piece.</param>
internal readonly record struct Place(int Start, int End, int Parts = -1)
{
    public int Length => End - Start;
}

/// <summary>A reusable list of places.</summary>
internal sealed class PlaceList
{
    private readonly List<Place> _places = [];

    public int Count => _places.Count;

    public Span<Place> AsSpan() => CollectionsMarshal.AsSpan(_places);

    public void Add(Place place) => _places.Add(place);

    public void Clear() => _places.Clear();

    /// <summary>Orders by start, then end, and drops repeats.</summary>
    public void Tidy()
    {
        var places = AsSpan();
        places.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        var kept = 0;
        for (var i = 0; i < places.Length; i++)
        {
            if (kept == 0 || places[i].Start != places[kept - 1].Start || places[i].End != places[kept - 1].End) places[kept++] = places[i];
        }

        CollectionsMarshal.SetCount(_places, kept);
    }

    /// <summary>Of tidy places, keeps those that contain no other.</summary>
    public void KeepTightest()
    {
        var places = AsSpan();
        var kept = 0;
        foreach (var place in places)
        {
            // In order of start, an earlier place that ends no sooner contains this one; of those with one start the first is the shortest.
            if (kept > 0 && places[kept - 1].Start == place.Start) continue;
            while (kept > 0 && places[kept - 1].End >= place.End) kept--;
            places[kept++] = place;
        }

        CollectionsMarshal.SetCount(_places, kept);
    }
}
