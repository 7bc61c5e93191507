using System.Runtime.InteropServices;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Places;

/// <summary>Finds the terms of a phrase moved by little: <see cref="Language.Tree.PhraseNode"/> says when exactly.</summary>
/// <remarks>
/// A term's position less its place in the phrase is its shift. All shifts must lie in a window of <c>slop + 1</c> values; in each window every term
/// takes a position of its own, by augmenting paths where two terms compete for one.
/// </remarks>
internal sealed class SlopSearch
{
    private const int Free = -1;

    private readonly List<(int Shift, int Term)> _items = [];
    private readonly int[] _owners = new int[QueryLimits.MaxDistance + QueryLimits.MaxSlopTerms + 1];
    private readonly bool[] _tried = new bool[QueryLimits.MaxDistance + QueryLimits.MaxSlopTerms + 1];

    /// <summary>Adds the stretches found, one a window; whether there was any.</summary>
    public bool Collect(in Passage.Part part, PlaceFinder[] terms, int slop, Workspace workspace, PlaceList found, bool firstOnly)
    {
        if (!Gather(part, terms, workspace)) return false;
        var items = CollectionsMarshal.AsSpan(_items);
        var before = found.Count;
        for (int from = 0, to = 0; from < items.Length; from++)
        {
            var shift = items[from].Shift;
            if (from > 0 && items[from - 1].Shift == shift) continue;
            while (to < items.Length && items[to].Shift <= shift + slop) to++;
            if (to - from < terms.Length || !Assign(items[from..to], terms.Length, shift)) continue;
            found.Add(Stretch(shift));
            if (firstOnly) break;
        }

        return found.Count > before;
    }

    private bool Gather(in Passage.Part part, PlaceFinder[] terms, Workspace workspace)
    {
        _items.Clear();
        var places = workspace.RentList();
        var all = true;
        for (var term = 0; term < terms.Length && all; term++)
        {
            places.Clear();
            terms[term].Collect(part, workspace, places);
            foreach (var place in places.AsSpan()) _items.Add((place.Start - term, term));
            all = places.Count > 0;
        }

        workspace.Return(places);
        CollectionsMarshal.AsSpan(_items).Sort(static (a, b) => a.Shift != b.Shift ? a.Shift.CompareTo(b.Shift) : a.Term.CompareTo(b.Term));
        return all;
    }

    private bool Assign(ReadOnlySpan<(int Shift, int Term)> window, int terms, int shift)
    {
        Array.Fill(_owners, Free);
        for (var term = 0; term < terms; term++)
        {
            Array.Clear(_tried);
            if (!TryPlace(window, term, shift)) return false;
        }

        return true;
    }

    private bool TryPlace(ReadOnlySpan<(int Shift, int Term)> window, int term, int shift)
    {
        foreach (var item in window)
        {
            if (item.Term != term) continue;
            var slot = item.Shift + term - shift;
            if (_tried[slot]) continue;
            _tried[slot] = true;
            if (_owners[slot] != Free && !TryPlace(window, _owners[slot], shift)) continue;
            _owners[slot] = term;
            return true;
        }

        return false;
    }

    private Place Stretch(int shift)
    {
        var first = _owners.AsSpan().IndexOfAnyExcept(Free);
        var last = _owners.AsSpan().LastIndexOfAnyExcept(Free);
        return new(shift + first, shift + last + 1);
    }
}
