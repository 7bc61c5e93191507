using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// Leads from a prefix of up to eight ASCII letters, which are the key themselves, to the ids it is looked for with: nothing else has to be compared or
/// fetched. Open addressing, at most half full.
/// </summary>
/// <remarks>
/// Wildcards hit often, and of a hundred thousand mixed watches five thousand fit here into the second-level cache: a hit costs a third of what it does by
/// way of <see cref="PhraseTable"/> and <see cref="PhraseRecords"/> (2026-11).
/// </remarks>
internal sealed class PrefixLetters
{
    /// <summary>The longest prefix that has a place here.</summary>
    public const int Longest = sizeof(ulong);

    private const ulong Spread = 0x9E3779B97F4A7C15;

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

    /// <summary>The letters of a prefix as a key, the first in the lowest byte; 0 for a prefix that has no place here.</summary>
    public static ulong Key(ReadOnlySpan<char> prefix)
    {
        if (prefix.Length > Longest) return 0;
        var key = 0UL;
        for (var letter = prefix.Length - 1; letter >= 0; letter--)
        {
            if (prefix[letter] is '\0' or > '\x7F') return 0;
            key = (key << 8) | prefix[letter];
        }

        return key;
    }

    /// <summary>All units of a prefix, or the first eight, as a number; the same as <see cref="Key(ReadOnlySpan{char})"/> where they are ASCII, else a hash.</summary>
    public static ulong Units(ReadOnlySpan<char> units)
    {
        var key = 0UL;
        for (var unit = 0; unit < units.Length; unit++) key ^= (ulong)units[unit] << (8 * unit);
        return key;
    }

    /// <summary>The key of the first letters of what <paramref name="eight"/> begins with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(ulong eight, int letters) => eight & (ulong.MaxValue >> (64 - (8 * letters)));

    /// <summary>A key's hash; the high bits are the well mixed ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong key) => key * Spread;

    /// <summary>The entry of a key, or one that is not used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Entry Find(ulong key)
    {
        ref var entries = ref MemoryMarshal.GetArrayDataReference(_entries);
        var place = (int)(Mix(key) >> _shift);
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
