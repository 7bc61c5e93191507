using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>Throws out most tokens by their first letters: a bit filter of what prefixes begin with.</summary>
/// <param name="letters">How many letters these are, one to eight.</param>
/// <param name="count">How many prefixes there will be.</param>
internal sealed class PrefixBeginnings(int letters, int count)
{
    private const int BitsEach = 16;

    private readonly BitFilter _filter = new(count, BitsEach);

    /// <summary>Size in bytes.</summary>
    public long Bytes => _filter.Bytes;

    /// <summary>The hash of the first letters.</summary>
    /// <param name="eight">Letters, as <see cref="PrefixKey"/> has them.</param>
    public uint Hash(ulong eight) => PrefixKey.MixHigh(PrefixKey.Of(eight, letters));

    /// <summary>Adds a prefix.</summary>
    /// <param name="key">Its letters.</param>
    public void Add(ulong key) => _filter.Add((ulong)Hash(key) << 32);

    /// <summary>Whether a prefix may begin so; <see langword="false"/> is certain.</summary>
    /// <param name="eight">Letters.</param>
    public bool MayContain(ulong eight) => _filter.MayContain((ulong)Hash(eight) << 32);

    /// <summary>Finds the tokens that may begin with a prefix; returns how many of <paramref name="positions"/>, with room for every token, were filled.</summary>
    /// <param name="tokens">The text; tokens whose form is not simply their text are left out.</param>
    /// <param name="positions">Gets the tokens.</param>
    /// <param name="hashes">Gets for every token, found or not, the hash of its first letters.</param>
    public int Scan(NarrowTokens tokens, int[] positions, uint[] hashes) => tokens.WithoutOdd(positions, ScanAll(tokens, positions, hashes));

    // Always writes the position down and moves on only where the bit is set, as CandidateScan does.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ScanAll(NarrowTokens tokens, int[] positions, uint[] hashes)
    {
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        ref var bound = ref MemoryMarshal.GetReference(tokens.Bounds);
        ref var found = ref MemoryMarshal.GetArrayDataReference(positions);
        ref var hash = ref MemoryMarshal.GetArrayDataReference(hashes);
        ref var words = ref _filter.Words;
        var shift = _filter.Shift - 32;
        var mask = PrefixKey.Of(ulong.MaxValue, letters);
        nint last = tokens.Count;
        nint count = 0;
        for (nint position = 0; position < last; position++)
        {
            Unsafe.Add(ref found, count) = (int)position;
            var mixed = PrefixKey.MixHigh(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, (nint)(uint)Unsafe.Add(ref bound, 2 * position))) & mask);
            Unsafe.Add(ref hash, position) = mixed;
            var bit = mixed >> shift;
            count += (nint)(Unsafe.Add(ref words, (nint)(bit >> 5)) >> (int)bit) & 1;
        }

        return (int)count;
    }
}
