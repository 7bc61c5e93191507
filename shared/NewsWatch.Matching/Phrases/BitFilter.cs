using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// A set of hashes, one bit each: what it does not contain was never added; what it contains most likely was. Small enough to stay in a cache,
/// it throws out nearly every place of a text before anything bigger is touched.
/// </summary>
/// <remarks>
/// A hash may have a second and a third bit, in the same word of 64: who asks for them after the first does not wait for memory again, and, since they are
/// others for each hash, what got past the first by mistake most likely does not get past both.
/// </remarks>
internal sealed class BitFilter
{
    // A few thousand phrases get 16 KB, which the first cache holds: with more bits a hash, fewer false alarms.
    private const int LeastBits = 17;

    private const int WordBits = 6;
    private const ulong Spread = 0x9FB21C651E98DF25;

    private readonly ulong[] _words;

    /// <summary>Makes room for <paramref name="bits"/> of hashes at <paramref name="bitsEach"/>, rounded up to a power of two.</summary>
    public BitFilter(int bits, int bitsEach)
    {
        var log = Math.Max(BitOperations.Log2((uint)Math.Max(1, bits)) + 1 + BitOperations.Log2((uint)bitsEach), LeastBits);
        _words = new ulong[1 << (log - WordBits)];
        Shift = 64 - log;
    }

    /// <summary>How far a hash is shifted to become the number of its bit.</summary>
    public int Shift { get; }

    /// <summary>The bits.</summary>
    public ref ulong Words => ref MemoryMarshal.GetArrayDataReference(_words);

    /// <summary>Size in bytes.</summary>
    public long Bytes => _words.LongLength * sizeof(ulong);

    public void Add(ulong hash) => Word(hash) |= 1UL << (int)(hash >> Shift);

    public void AddSecond(ulong hash) => Word(hash) |= 1UL << Second(hash);

    public void AddThird(ulong hash) => Word(hash) |= 1UL << Third(hash);

    public bool MayContain(ulong hash) => Test(ref Words, Shift, hash) != 0;

    /// <summary>1 where the hash may have been added, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Test(ref ulong words, int shift, ulong hash)
    {
        var bit = hash >> shift;
        return (int)(Unsafe.Add(ref words, (nint)(bit >> WordBits)) >> (int)bit) & 1;
    }

    /// <summary>1 where the hash may have been added with <see cref="AddSecond"/>, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TestSecond(ref ulong words, int shift, ulong hash) =>
        (int)(Unsafe.Add(ref words, (nint)(hash >> shift >> WordBits)) >> Second(hash)) & 1;

    /// <summary>1 where the hash may have been added with <see cref="AddThird"/>, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TestThird(ref ulong words, int shift, ulong hash) =>
        (int)(Unsafe.Add(ref words, (nint)(hash >> shift >> WordBits)) >> Third(hash)) & 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Second(ulong hash) => (int)((hash * Spread) >> (64 - WordBits));

    // The low bits of the number count, as many as a word takes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Third(ulong hash) => (int)((hash * Spread) >> (64 - (2 * WordBits)));

    private ref ulong Word(ulong hash) => ref _words[hash >> Shift >> WordBits];
}
