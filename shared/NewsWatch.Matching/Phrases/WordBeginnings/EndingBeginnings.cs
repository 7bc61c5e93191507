using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>Throws out most places where a phrase that ends in a prefix may end: a bit filter of its words together with the first letters of the prefix.</summary>
/// <param name="letters">How many letters of the prefix are looked at, one to eight.</param>
/// <param name="count">How many phrases there will be.</param>
internal sealed class EndingBeginnings(int letters, int count)
{
    private const int BitsEach = 16;

    private readonly BitFilter _filter = new(count, BitsEach);

    /// <summary>Size in bytes.</summary>
    public long Bytes => _filter.Bytes;

    /// <summary>The hash of words and first letters.</summary>
    /// <param name="words">The high half of the hash of the words.</param>
    /// <param name="eight">Letters, as <see cref="PrefixKey"/> has them.</param>
    public uint Hash(uint words, ulong eight) => words ^ PrefixKey.MixHigh(PrefixKey.Of(eight, letters));

    /// <summary>Adds a phrase.</summary>
    /// <param name="words">The high half of the hash of the words before the prefix.</param>
    /// <param name="key">The letters of the prefix.</param>
    public void Add(uint words, ulong key) => _filter.Add((ulong)Hash(words, key) << 32);

    /// <summary>Finds the tokens that a phrase of one word and a prefix may end with.</summary>
    /// <param name="keys">The first letters of every token of the text.</param>
    /// <param name="tokens">The hash of every token of the text.</param>
    /// <param name="positions">Gets the tokens.</param>
    /// <param name="hashes">Gets for each of them the hash of the word before it and of its first letters.</param>
    /// <returns>How many of <paramref name="positions"/> and of <paramref name="hashes"/>, with room for every token, were filled.</returns>
    /// <remarks>Always writes the position down and moves on only where the bit is set, as <see cref="CandidateScan"/> does.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Scan(ReadOnlySpan<ulong> keys, ReadOnlySpan<ulong> tokens, int[] positions, uint[] hashes)
    {
        ref var key = ref MemoryMarshal.GetReference(keys);
        ref var token = ref MemoryMarshal.GetReference(tokens);
        ref var found = ref MemoryMarshal.GetArrayDataReference(positions);
        ref var hash = ref MemoryMarshal.GetArrayDataReference(hashes);
        ref var words = ref _filter.Words;
        var shift = _filter.Shift - 32;
        var mask = PrefixKey.Of(ulong.MaxValue, letters);
        nint last = keys.Length;
        nint count = 0;
        for (nint position = 1; position < last; position++)
        {
            var both = (uint)(Unsafe.Add(ref token, position - 1) >> 32) ^ PrefixKey.MixHigh(Unsafe.Add(ref key, position) & mask);
            Unsafe.Add(ref found, count) = (int)position;
            Unsafe.Add(ref hash, count) = both;
            count += BitFilter.Test(ref words, shift, both);
        }

        return (int)count;
    }

    /// <summary>Finds the tokens that a phrase of more words and a prefix may end with.</summary>
    /// <param name="keys">The first letters of every token of the text.</param>
    /// <param name="before">The words that such phrases have before the prefix, and the token behind them.</param>
    /// <param name="positions">Gets the tokens.</param>
    /// <param name="hashes">Gets for each of them the hash of the words before it and of its first letters.</param>
    /// <returns>How many of <paramref name="positions"/> and of <paramref name="hashes"/>, with room for as many as there are places, were filled.</returns>
    public int Scan(ReadOnlySpan<ulong> keys, PhraseStarts before, int[] positions, uint[] hashes)
    {
        var count = 0;
        for (var number = 0; number < before.Count; number++)
        {
            var position = before.Positions[number];
            if (position == keys.Length) continue;
            var both = Hash((uint)(before.Hashes[number] >> 32), keys[position]);
            if (!_filter.MayContain((ulong)both << 32)) continue;
            (positions[count], hashes[count++]) = (position, both);
        }

        return count;
    }
}
