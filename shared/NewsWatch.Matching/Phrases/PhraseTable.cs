using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Phrases;

/// <summary>Leads from the hash of a phrase to its record. Open addressing, at most two thirds full.</summary>
internal sealed class PhraseTable
{
    private readonly Entry[] _entries;
    private readonly int _shift;

    /// <summary>Makes room for so many hashes.</summary>
    public PhraseTable(int hashes)
    {
        var bits = Math.Max(4, BitOperations.Log2((uint)Math.Max(1, hashes + (hashes / 2))) + 1);
        _entries = new Entry[1 << bits];
        _shift = 64 - bits;
    }

    /// <summary>Size in bytes.</summary>
    public long Bytes => _entries.LongLength * Unsafe.SizeOf<Entry>();

    /// <summary>Asks for the entry's memory before it is needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong hash) => Memory.Prefetch(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_entries), (nint)(hash >> _shift)));

    /// <summary>The entry of a hash, or one that is not used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Entry Find(ulong hash)
    {
        var slot = (uint)(hash >> _shift);
        var tag = Tag(hash);
        while (true)
        {
            ref var entry = ref _entries[slot];
            if (entry.Tag == tag || entry.Record == 0) return ref entry;
            slot = slot + 1 == (uint)_entries.Length ? 0 : slot + 1;
        }
    }

    /// <summary>What an entry keeps of a hash: the upper half alone has chosen its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Tag(ulong hash) => (uint)hash ^ (uint)(hash >> 32);

    /// <summary>Leads to the phrases of one tag, which hardly ever are of two hashes: whose they are is told by their letters.</summary>
    internal struct Entry
    {
        public uint Tag;

        /// <summary>Where the phrase's record is, plus one; 0 in an entry that is not used.</summary>
        public int Record;
    }
}
