using NewsWatch.Matching.Watches.Anchors;
using NewsWatch.Matching.Watches.Conditions;

namespace NewsWatch.Matching.Watches;

/// <summary>The watches of a set by number. A changed watch keeps its number; that of a removed one is given to the next new one. Immutable.</summary>
internal sealed class WatchSlots
{
    private readonly Chunks<Slot> _slots;
    private readonly Chunks<string?> _ids;
    private readonly SlotNumbers _numbers;
    private readonly int[] _free;

    private WatchSlots(Chunks<string?> ids, Chunks<Slot> slots, SlotNumbers numbers, int[] free) => (_ids, _slots, _numbers, _free) = (ids, slots, numbers, free);

    public static WatchSlots Empty { get; } = new(Chunks<string?>.Empty, Chunks<Slot>.Empty, SlotNumbers.Empty, []);

    public int Count => _slots.Length - _free.Length;

    /// <summary>The fields that any watch's anchors may stand in; those of watches that are gone are among them.</summary>
    public int AnchorFields { get; private init; }

    /// <summary>The fields that any watch's needed words may stand in; those of watches that are gone are among them.</summary>
    public int WordFields { get; private init; }

    /// <summary>The watch's number, or -1.</summary>
    public int Number(string id) => _numbers.Find(id, _ids);

    /// <summary>A watch's id; kept apart, as most watches that hold need no more.</summary>
    public string? Id(int number) => _ids[number];

    /// <summary>Asks for the memory of an id before it is needed.</summary>
    public void PrefetchId(int number) => _ids.Prefetch(number);

    /// <summary>Asks for the memory of a watch before it is needed.</summary>
    public void Prefetch(int number) => _slots.Prefetch(number);

    /// <summary>A watch.</summary>
    public ref readonly Slot this[int number] => ref _slots[number];

    /// <summary>The numbers that new watches get.</summary>
    public IEnumerable<int> NextNumbers() => _free.Concat(Enumerable.Range(_slots.Length, int.MaxValue - _slots.Length));

    /// <summary>With watches set and others freed; this one stays as it is.</summary>
    /// <param name="set">What each number gets; each once.</param>
    /// <param name="freed">Numbers in use.</param>
    public WatchSlots With(IReadOnlyList<(int Number, string Id, Slot Slot)> set, IReadOnlySet<int> freed)
    {
        var changes = new List<KeyValuePair<string, int>>(set.Count + freed.Count);
        foreach (var number in freed) changes.Add(new(_ids[number]!, SlotNumbers.Absent));
        foreach (var (number, id, _) in set)
        {
            if (number >= _ids.Length || freed.Contains(number) || _ids[number] != id) changes.Add(new(id, number));
        }

        var ids = _ids.With([.. freed.Select(number => (number, (string?)null)), .. set.Select(one => (one.Number, (string?)one.Id))]);
        var slots = _slots.With([.. freed.Select(number => (number, default(Slot))), .. set.Select(one => (one.Number, one.Slot))]);
        var free = _free.Concat(freed).ToHashSet();
        free.ExceptWith(set.Select(one => one.Number));
        return new(ids, slots, _numbers.With(changes, ids), [.. free])
        {
            AnchorFields = set.Aggregate(AnchorFields, (fields, one) => fields | one.Slot.Mask),
            WordFields = set.Aggregate(WordFields, (fields, one) => fields | one.Slot.WordFields),
        };
    }

    /// <param name="Condition">What it needs, if an anchor alone does not decide.</param>
    /// <param name="Needed">Words without which it cannot hold, beside its anchors, as <see cref="Texts.WordFilter"/> takes them.</param>
    /// <param name="Beside">A word, or the first letters of one, that must stand beside its anchor.</param>
    /// <param name="Mask">The fields that its anchors may stand in.</param>
    /// <param name="WordFields">The fields that those words may stand in.</param>
    public readonly record struct Slot(Condition? Condition, ulong Needed, WordBeside Beside, ushort Mask, ushort WordFields);
}
