using System.Runtime.InteropServices;
using NewsWatch.Matching.Language;

namespace NewsWatch.Matching.Watches.Places;

/// <summary>Picks one place of each operand so that none overlap and few words lie between the first and the last.</summary>
/// <remarks>
/// One pass over all places in order of their start. A pick is a set of operands that have their place, where the first of them starts and how many
/// words they cover. Of two picks of one set that both ended, one that starts no earlier and covers no less is at least as good whatever comes, so
/// only the best are kept: time is linear in the places, times the number of sets (at most 2⁶).
/// </remarks>
internal sealed class NearSearch
{
    private readonly List<(Place Place, int Operand)> _places = [];
    private readonly List<Pick> _picks = [];
    private readonly List<int> _unfinished = [];
    private readonly List<int>[] _open = new List<int>[1 << QueryLimits.MaxNearOperands];
    private int _all;
    private int _distance;
    private bool _ordered;

    public void Clear() => _places.Clear();

    public void Add(int operand, ReadOnlySpan<Place> places)
    {
        foreach (var place in places) _places.Add((place, operand));
    }

    public bool Any(int operands, int distance, bool ordered)
    {
        Start(operands, distance, ordered);
        for (var i = 0; i < _places.Count; i++)
        {
            if (Extend(i) >= 0) return true;
        }

        return false;
    }

    public void Collect(int operands, int distance, bool ordered, PlaceList found, PlaceParts parts)
    {
        Start(operands, distance, ordered);
        for (var i = 0; i < _places.Count; i++)
        {
            var before = Extend(i);
            if (before >= 0) found.Add(Whole(i, before, parts));
        }
    }

    private void Start(int operands, int distance, bool ordered)
    {
        (_all, _distance, _ordered) = ((1 << operands) - 1, distance, ordered);
        CollectionsMarshal.AsSpan(_places).Sort(static (a, b) => a.Place.Start.CompareTo(b.Place.Start));
        _picks.Clear();
        _unfinished.Clear();
        for (var set = 0; set <= _all; set++) (_open[set] ??= []).Clear();
    }

    /// <summary>Adds a place to every pick that it can extend; gives the best of those that it completes, or -1.</summary>
    private int Extend(int index)
    {
        var (place, operand) = _places[index];
        OpenThoseBefore(place.Start);
        var own = 1 << operand;
        if (!_ordered || operand == 0) Add(new(own, place.Start, place.End, place.Length, -1, index));
        if (_ordered) return operand == 0 ? -1 : ExtendSet(own - 1, index);
        var best = -1;
        for (var set = 1; set < _all; set++)
        {
            if ((set & own) != 0) continue;
            var completed = ExtendSet(set, index);
            if (completed >= 0) best = completed;
        }

        return best;
    }

    private int ExtendSet(int set, int index)
    {
        var (place, operand) = _places[index];
        var best = -1;
        foreach (var at in _open[set])
        {
            var pick = _picks[at];
            if (place.End - pick.Start - (pick.Covered + place.Length) > _distance) continue;
            var grown = set | (1 << operand);
            if (grown != _all) Add(new(grown, pick.Start, place.End, pick.Covered + place.Length, at, index));
            else if (best < 0 || pick.Start > _picks[best].Start) best = at;
        }

        return best;
    }

    private void Add(Pick pick)
    {
        _picks.Add(pick);
        _unfinished.Add(_picks.Count - 1);
    }

    private void OpenThoseBefore(int position)
    {
        var kept = 0;
        for (var i = 0; i < _unfinished.Count; i++)
        {
            var at = _unfinished[i];
            if (_picks[at].End <= position) Open(at, position);
            else _unfinished[kept++] = at;
        }

        CollectionsMarshal.SetCount(_unfinished, kept);
    }

    private void Open(int at, int position)
    {
        var added = _picks[at];
        var open = _open[added.Set];
        foreach (var other in open)
        {
            if (_picks[other].IsAsGoodAs(added)) return;
        }

        var kept = 0;
        for (var i = 0; i < open.Count; i++)
        {
            var other = _picks[open[i]];
            if (!added.IsAsGoodAs(other) && position - other.Start - other.Covered <= _distance) open[kept++] = open[i];
        }

        CollectionsMarshal.SetCount(open, kept);
        open.Add(at);
    }

    private Place Whole(int index, int before, PlaceParts parts)
    {
        var place = _places[index].Place;
        var chain = parts.Prepend(place, -1);
        for (var at = before; at >= 0; at = _picks[at].Before) chain = parts.Prepend(_places[_picks[at].Place].Place, chain);
        return new(_picks[before].Start, place.End, chain);
    }

    /// <param name="Set">Which operands have their place, as bits.</param>
    /// <param name="Start">Where the first starts.</param>
    /// <param name="End">Where the last ends.</param>
    /// <param name="Covered">How many words the places cover.</param>
    /// <param name="Before">The pick that this one extends, or -1.</param>
    /// <param name="Place">The place it adds.</param>
    private readonly record struct Pick(int Set, int Start, int End, int Covered, int Before, int Place)
    {
        public bool IsAsGoodAs(Pick other) => Start >= other.Start && Covered >= other.Covered;
    }
}
