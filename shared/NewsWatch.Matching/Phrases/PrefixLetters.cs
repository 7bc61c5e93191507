using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// Leads from a prefix of up to eight ASCII letters, by its <see cref="PrefixKey"/>, to the ids it is looked for with: nothing else has to be compared or
/// fetched. Open addressing, at most half full.
/// </summary>
/// <remarks>
/// Wildcards hit often, and of a hundred thousand mixed watches five thousand fit here into the second-level cache: a hit costs a third of what it does by
/// way of <see cref="PhraseTable"/> and <see cref="PhraseRecords"/> (2026-11).
/// </remarks>
internal sealed class PrefixLetters
{
    private readonly Entry[] _entries;
    private readonly int _shift;

    /// <summary>Makes room for so many prefixes.</summary>
    public PrefixLetters(int count)
    {
        var bits = BitOperations.Log2((uint)Math.Max(1, count)) + 2;
        _entries = new Entry[1 << bits];
        _shift = 64 - bits;
    }

    /// <summary>Size in bytes.</summary>
    public long Bytes => _entries.LongLength * Unsafe.SizeOf<Entry>();

    /// <summary>The entry of a key, or one that is not used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Entry Find(ulong key)
    {
        ref var entries = ref MemoryMarshal.GetArrayDataReference(_entries);
        var place = (int)(PrefixKey.Mix(key) >> _shift);
        while (true)
        {
            ref var entry = ref Unsafe.Add(ref entries, place);
            if (entry.Key == key || entry.Key == 0) return ref entry;
            place = (place + 1) & (_entries.Length - 1);
        }
    }

    /// <summary>Replaces the records by the ids that they have at last.</summary>
    public void Settle(PhraseRecords records)
    {
        foreach (ref var entry in _entries.AsSpan())
        {
            if (entry.Key != 0) (entry.Id, entry.IsShared) = (records.Id(entry.Id), records.IsShared(entry.Id));
        }
    }

    /// <summary>One prefix.</summary>
    internal struct Entry
    {
        /// <summary>Its letters; 0 in an entry that is not used.</summary>
        public ulong Key;

        /// <summary>Its id, or a place in <see cref="SharedIds"/>; until <see cref="Settle"/> its record.</summary>
        public int Id;

        /// <summary>Whether it is a place in <see cref="SharedIds"/>.</summary>
        public bool IsShared;
    }
}
