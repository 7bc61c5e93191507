using System.Numerics;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Puts hits together by watch, in linear time, through a small table that is open-addressed and at most half full.</summary>
/// <remarks>With 250 hits a document this takes 5 ns a hit; sorting them took 25 (2026-11).</remarks>
internal sealed class SlotGroups
{
    private const uint Spread = 0x9E3779B1;

    private int[] _table = [];
    private SlotGroup[] _groups = [];

    /// <summary>Chains the hits of each watch in their order; the groups are in the order of their first hits.</summary>
    public ReadOnlySpan<SlotGroup> Gather(Span<AnchorHit> hits)
    {
        if (hits.IsEmpty) return [];
        var bits = BitOperations.Log2((uint)hits.Length) + 2;
        if (_table.Length < 1 << bits) _table = new int[1 << bits];
        if (_groups.Length < hits.Length) _groups = new SlotGroup[1 << bits];
        var table = _table.AsSpan(0, 1 << bits);
        table.Clear();
        var count = 0;
        for (var number = 0; number < hits.Length; number++)
        {
            ref var place = ref Find(table, hits[number].Phrase.Id, 32 - bits);
            if (place == 0)
            {
                _groups[count] = new(hits[number].Phrase.Id, number, number);
                place = ++count;
                continue;
            }

            ref var group = ref _groups[place - 1];
            hits[group.Last].Next = number;
            group.Last = number;
        }

        return _groups.AsSpan(0, count);
    }

    private ref int Find(Span<int> table, int id, int shift)
    {
        var place = (int)((uint)id * Spread >> shift);
        while (table[place] != 0 && _groups[table[place] - 1].Id != id) place = (place + 1) & (table.Length - 1);
        return ref table[place];
    }
}
