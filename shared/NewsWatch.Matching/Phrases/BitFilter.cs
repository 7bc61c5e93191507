using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// A set of hashes, one bit each: what it does not contain was never added; what it contains most likely was. Small enough to stay in a cache,
/// it throws out nearly every place of a text before anything bigger is touched.
/// </summary>
internal sealed class BitFilter
{
    // A few thousand phrases get 16 KB, which the first cache holds: with more bits a hash, fewer false alarms.
    private const int LeastBits = 17;

    private readonly uint[] _words;

    /// <summary>Makes room for <paramref name="hashes"/> at <paramref name="bitsEach"/>, rounded up to a power of two.</summary>
    public BitFilter(int hashes, int bitsEach)
    {
        var bits = Math.Max(BitOperations.Log2((uint)Math.Max(1, hashes)) + 1 + BitOperations.Log2((uint)bitsEach), LeastBits);
        _words = new uint[1 << (bits - 5)];
        Shift = 64 - bits;
    }

    /// <summary>How far a hash is shifted to become the number of its bit.</summary>
    public int Shift { get; }

    /// <summary>The bits.</summary>
    public ref uint Words => ref MemoryMarshal.GetArrayDataReference(_words);

    /// <summary>Size in bytes.</summary>
    public long Bytes => _words.LongLength * sizeof(uint);

    public void Add(ulong hash)
    {
        var bit = (uint)(hash >> Shift);
        _words[bit >> 5] |= 1u << (int)(bit & 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayContain(ulong hash) => Test(ref Words, Shift, hash) != 0;

    /// <summary>1 where the hash may have been added, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Test(ref uint words, int shift, ulong hash)
    {
        var bit = hash >> shift;
        return (int)(Unsafe.Add(ref words, (nint)(bit >> 5)) >> (int)bit) & 1;
    }
}
