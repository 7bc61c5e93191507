using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>
/// Throws out most places where a phrase that ends in a prefix may end: the hash of its last word chooses a word of 64 bits, the first letters of the prefix
/// one bit of it.
/// </summary>
/// <remarks>
/// One load a token. A bit filter of last words before one of last words with letters would need two for most: with 5,000 such phrases two of three tokens
/// get past the first (2026-11).
/// </remarks>
internal sealed class EndingBeginnings
{
    private const int BitShift = 32 - 6;

    private readonly int _letters;
    private readonly ulong[] _words;
    private readonly int _shift;

    /// <summary>Makes room.</summary>
    /// <param name="letters">How many letters of the prefix are looked at, one to three.</param>
    /// <param name="count">How many phrases there will be.</param>
    public EndingBeginnings(int letters, int count)
    {
        var bits = BitOperations.Log2((uint)Math.Max(1, count)) + 1;
        (_letters, _words, _shift) = (letters, new ulong[1 << bits], 64 - bits);
    }

    /// <summary>Size in bytes.</summary>
    public long Bytes => _words.LongLength * sizeof(ulong);

    /// <summary>The hash of a last word and first letters.</summary>
    /// <param name="word">The hash of the word.</param>
    /// <param name="eight">Letters, as <see cref="PrefixKey"/> has them.</param>
    public uint Hash(ulong word, ulong eight) => Both(word, First(eight));

    /// <summary>Adds a phrase.</summary>
    /// <param name="word">The hash of its last word.</param>
    /// <param name="key">The letters of the prefix.</param>
    public void Add(ulong word, ulong key) => _words[word >> _shift] |= 1UL << (int)(First(key) >> BitShift);

    /// <summary>Whether a phrase may end so; <see langword="false"/> is certain.</summary>
    public bool MayContain(ulong word, ulong eight) => (_words[word >> _shift] >> (int)(First(eight) >> BitShift) & 1) != 0;

    /// <summary>Finds the tokens that a phrase may end with; returns how many of <paramref name="positions"/>, with room for every token, were filled.</summary>
    /// <param name="tokens">The text; tokens whose form is not simply their text are left out.</param>
    /// <param name="positions">Gets the tokens.</param>
    /// <param name="hashes">Gets for every token but the first, found or not, the hash of the word before it and of its first letters.</param>
    public int Scan(NarrowTokens tokens, int[] positions, uint[] hashes) => tokens.WithoutOdd(positions, ScanAll(tokens, positions, hashes));

    // Always writes the position down and moves on only where the bit is set, as CandidateScan does.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ScanAll(NarrowTokens tokens, int[] positions, uint[] hashes)
    {
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        ref var bound = ref MemoryMarshal.GetReference(tokens.Bounds);
        ref var word = ref MemoryMarshal.GetReference(tokens.Hashes);
        ref var found = ref MemoryMarshal.GetArrayDataReference(positions);
        ref var hash = ref MemoryMarshal.GetArrayDataReference(hashes);
        ref var words = ref MemoryMarshal.GetArrayDataReference(_words);
        var shift = _shift;
        var mask = PrefixKey.Of(ulong.MaxValue, _letters);
        nint last = tokens.Count;
        nint count = 0;
        for (nint position = 1; position < last; position++)
        {
            Unsafe.Add(ref found, count) = (int)position;
            var before = Unsafe.Add(ref word, position - 1);
            var mixed = PrefixKey.MixHigh(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, (nint)(uint)Unsafe.Add(ref bound, 2 * position))) & mask);
            Unsafe.Add(ref hash, position) = Both(before, mixed);
            count += (nint)(Unsafe.Add(ref words, (nint)(before >> shift)) >> (int)(mixed >> BitShift)) & 1;
        }

        return (int)count;
    }

    private uint First(ulong eight) => PrefixKey.MixHigh(PrefixKey.Of(eight, _letters));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Both(ulong word, uint first) => (uint)(word >> 32) ^ first;
}
