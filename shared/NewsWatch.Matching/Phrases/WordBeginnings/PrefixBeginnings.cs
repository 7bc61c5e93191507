using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>Finds the tokens that may begin with a prefix; returns how many of <paramref name="positions"/>, with room for every token, were filled.</summary>
    /// <param name="keys">The first letters of every token of the text.</param>
    /// <param name="positions">Gets the tokens.</param>
    /// <param name="hashes">Gets for each of them the hash of its first letters.</param>
    /// <remarks>Always writes the position down and moves on only where the bit is set, as <see cref="CandidateScan"/> does.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Scan(ReadOnlySpan<ulong> keys, int[] positions, uint[] hashes)
    {
        ref var key = ref MemoryMarshal.GetReference(keys);
        ref var found = ref MemoryMarshal.GetArrayDataReference(positions);
        ref var hash = ref MemoryMarshal.GetArrayDataReference(hashes);
        ref var words = ref _filter.Words;
        var shift = _filter.Shift - 32;
        var mask = PrefixKey.Of(ulong.MaxValue, letters);
        nint last = keys.Length;
        nint count = 0;
        for (nint position = 0; position < last; position++)
        {
            var mixed = PrefixKey.MixHigh(Unsafe.Add(ref key, position) & mask);
            Unsafe.Add(ref found, count) = (int)position;
            Unsafe.Add(ref hash, count) = mixed;
            count += BitFilter.Test(ref words, shift, mixed);
        }

        return (int)count;
    }
}
