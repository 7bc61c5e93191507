using System.Collections.Immutable;
using System.Numerics;

namespace NewsWatch.Matching.Watches;

/// <summary>
/// Leads from a watch's id to its number, in little memory and with little time for a change: a table of numbers by the hash of their ids, which stays, and
/// a small map of what has changed since. Immutable.
/// </summary>
/// <remarks>The ids are those of <see cref="WatchSlots"/>: a dictionary with keys of its own took 25 bytes a watch more, an eighth of a whole set (2026-11).</remarks>
internal sealed class SlotNumbers
{
    /// <summary>Stands for no number.</summary>
    public const int Absent = -1;

    private const int LeastChanges = 2_000;
    private const int ChangesShare = 64;

    // Open addressing, at most four fifths full; a number plus one, 0 where there is none. Where a number has got another id since, the changes know the old
    // id and the new one, and are asked first.
    private readonly int[] _table;
    private readonly ImmutableDictionary<string, int> _changes;

    private SlotNumbers(int[] table, ImmutableDictionary<string, int> changes) => (_table, _changes) = (table, changes);

    public static SlotNumbers Empty { get; } = new([0], ImmutableDictionary<string, int>.Empty);

    /// <summary>The number of an id, or -1 when there is none.</summary>
    /// <param name="id">The id.</param>
    /// <param name="ids">The ids by number.</param>
    public int Find(string id, Chunks<string?> ids)
    {
        if (_changes.TryGetValue(id, out var changed)) return changed;
        for (var place = Place(id, _table); _table[place] != 0; place = (place + 1) & (_table.Length - 1))
        {
            if (ids[_table[place] - 1] == id) return _table[place] - 1;
        }

        return Absent;
    }

    /// <summary>With numbers set, or taken away where they are -1; this one stays as it is.</summary>
    /// <param name="changes">What changed; each id once.</param>
    /// <param name="ids">The ids by number, with the changes.</param>
    public SlotNumbers With(IReadOnlyCollection<KeyValuePair<string, int>> changes, Chunks<string?> ids)
    {
        if (_changes.Count + changes.Count <= Math.Max(LeastChanges, ids.Length / ChangesShare)) return new(_table, _changes.SetItems(changes));
        var table = new int[BitOperations.RoundUpToPowerOf2((uint)ids.Length + ((uint)ids.Length / 4) + 1)];
        for (var number = 0; number < ids.Length; number++)
        {
            if (ids[number] is not { } id) continue;
            var place = Place(id, table);
            while (table[place] != 0) place = (place + 1) & (table.Length - 1);
            table[place] = number + 1;
        }

        return new(table, ImmutableDictionary<string, int>.Empty);
    }

    private static int Place(string id, int[] table) => id.GetHashCode(StringComparison.Ordinal) & (table.Length - 1);
}
