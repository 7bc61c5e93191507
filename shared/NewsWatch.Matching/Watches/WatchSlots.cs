using NewsWatch.Matching.Watches.Anchors;
using NewsWatch.Matching.Watches.Conditions;

namespace NewsWatch.Matching.Watches;

/// <summary>The watches of a set by number. A changed watch keeps its number; that of a removed one is given to the next new one. Immutable.</summary>
internal sealed class WatchSlots
{
    private readonly Slot[] _slots;
    private readonly string?[] _ids;
    private readonly SlotNumbers _numbers;
    private readonly int[] _free;

    private WatchSlots(string?[] ids, Slot[] slots, SlotNumbers numbers, int[] free)
    {
        (_ids, _slots, _numbers, _free) = (ids, slots, numbers, free);
        foreach (var slot in slots)
        {
            AnchorFields |= slot.Mask;
            WordFields |= slot.WordFields;
        }
    }

    public static WatchSlots Empty { get; } = new([], [], SlotNumbers.Empty, []);

    public int Count => _slots.Length - _free.Length;

    /// <summary>The fields that any watch's anchors may stand in.</summary>
    public int AnchorFields { get; }

    /// <summary>The fields that any watch's needed words may stand in.</summary>
    public int WordFields { get; }

    /// <summary>The watch's number, or -1.</summary>
    public int Number(string id) => _numbers.Find(id, _ids);

    /// <summary>A watch's id; kept apart, as most watches that hold need no more.</summary>
    public string? Id(int number) => _ids[number];

    /// <summary>Asks for the memory of an id before it is needed.</summary>
    public void PrefetchId(int number) => Phrases.Memory.Prefetch(ref _ids[number]);

    /// <summary>A watch.</summary>
    public ref readonly Slot this[int number] => ref _slots[number];

    /// <summary>The numbers that new watches get.</summary>
    public IEnumerable<int> NextNumbers() => _free.Concat(Enumerable.Range(_slots.Length, int.MaxValue - _slots.Length));

    /// <summary>With watches set and others freed; this one stays as it is.</summary>
    /// <param name="set">What each number gets; each once.</param>
    /// <param name="freed">Numbers in use.</param>
    public WatchSlots With(IReadOnlyList<(int Number, string Id, Slot Slot)> set, IReadOnlySet<int> freed)
    {
        var length = set.Count == 0 ? _slots.Length : Math.Max(_slots.Length, set.Max(one => one.Number) + 1);
        var (slots, ids) = (_slots, _ids);
        Array.Resize(ref slots, length);
        Array.Resize(ref ids, length);
        if (length == _slots.Length) (slots, ids) = ([.. _slots], [.. _ids]);
        var changes = new List<KeyValuePair<string, int>>(set.Count + freed.Count);
        foreach (var number in freed)
        {
            changes.Add(new(ids[number]!, SlotNumbers.Absent));
            (slots[number], ids[number]) = (default, null);
        }

        var free = _free.Concat(freed).ToHashSet();
        foreach (var (number, id, slot) in set)
        {
            if (ids[number] != id) changes.Add(new(id, number));
            (slots[number], ids[number]) = (slot, id);
            free.Remove(number);
        }

        return new(ids, slots, _numbers.With(changes, ids), [.. free]);
    }

    /// <param name="Condition">What it needs, if an anchor alone does not decide.</param>
    /// <param name="Needed">Words without which it cannot hold, beside its anchors, as <see cref="Texts.WordFilter"/> takes them.</param>
    /// <param name="Beside">A word, or the first letters of one, that must stand beside its anchor.</param>
    /// <param name="Mask">The fields that its anchors may stand in.</param>
    /// <param name="WordFields">The fields that those words may stand in.</param>
    public readonly record struct Slot(Condition? Condition, ulong Needed, WordBeside Beside, ushort Mask, ushort WordFields);
}
