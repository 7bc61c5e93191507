using NewsWatch.Matching.Watches.Conditions;

namespace NewsWatch.Matching.Watches;

/// <summary>The watches of a set by number. A changed watch keeps its number; that of a removed one is given to the next new one. Immutable.</summary>
internal sealed class WatchSlots
{
    private readonly Slot[] _slots;
    private readonly LayeredMap _numbers;
    private readonly int[] _free;

    private WatchSlots(Slot[] slots, LayeredMap numbers, int[] free)
    {
        (_slots, _numbers, _free) = (slots, numbers, free);
        foreach (var slot in slots) AllFields |= slot.Mask;
    }

    public static WatchSlots Empty { get; } = new([], LayeredMap.Empty, []);

    public int Count => _slots.Length - _free.Length;

    /// <summary>The fields that any watch looks in.</summary>
    public int AllFields { get; }

    /// <summary>The watch's number, or -1.</summary>
    public int Number(string id) => _numbers[id];

    /// <summary>A watch.</summary>
    public ref readonly Slot this[int number] => ref _slots[number];

    /// <summary>The numbers that new watches get.</summary>
    public IEnumerable<int> NextNumbers() => _free.Concat(Enumerable.Range(_slots.Length, int.MaxValue - _slots.Length));

    /// <summary>With slots set and others freed; this one stays as it is.</summary>
    public WatchSlots With(IReadOnlyDictionary<int, Slot> set, IReadOnlySet<int> freed)
    {
        var slots = _slots.ToArray();
        if (set.Count > 0) Array.Resize(ref slots, Math.Max(slots.Length, set.Keys.Max() + 1));
        var changes = new Dictionary<string, int>();
        foreach (var number in freed)
        {
            changes[slots[number].Id!] = LayeredMap.Absent;
            slots[number] = default;
        }

        foreach (var (number, slot) in set) (slots[number], changes[slot.Id!]) = (slot, number);
        return new(slots, _numbers.With(changes), [.. _free.Where(f => !set.ContainsKey(f)), .. freed.Where(f => !set.ContainsKey(f))]);
    }

    /// <param name="Id">The watch's id; <see langword="null"/> where the number is free.</param>
    /// <param name="Query">What it needs, if an anchor alone does not decide.</param>
    /// <param name="Needed">The hash of a word without which it cannot hold, beside its anchors; 0 for none.</param>
    /// <param name="Mask">The fields that its anchors may stand in.</param>
    public readonly record struct Slot(string? Id, CompiledQuery? Query, ulong Needed, int Mask);
}
