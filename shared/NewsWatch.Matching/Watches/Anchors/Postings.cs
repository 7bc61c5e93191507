namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Which watch each entry of a table belongs to. Immutable.</summary>
internal sealed class Postings
{
    private const ushort Decides = 1 << 15;

    private readonly int[] _slots;
    private readonly ushort[] _masks;

    private Postings(int[] slots, ushort[] masks) => (_slots, _masks) = (slots, masks);

    public static Postings Empty { get; } = new([], []);

    public int Count => _slots.Length;

    public Postings With(IReadOnlyList<(int Slot, int Mask, bool Decides)> added) => added.Count == 0 ? this : new(
        [.. _slots, .. added.Select(a => a.Slot)],
        [.. _masks, .. added.Select(a => (ushort)(a.Mask | (a.Decides ? Decides : 0)))]);

    public int Slot(int entry) => _slots[entry];

    public bool Looks(int entry, int field) => (_masks[entry] & field) != 0;

    /// <summary>The fields it looks in.</summary>
    public int Mask(int entry) => _masks[entry] & ~Decides;

    /// <summary>Whether the watch holds wherever the entry is found.</summary>
    public bool IsDecisive(int entry) => (_masks[entry] & Decides) != 0;
}
