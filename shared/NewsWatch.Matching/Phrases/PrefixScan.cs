using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// The hot loops of looking for prefixes in narrow text. The first throws out most tokens by their first four letters; the second asks of the rest whether
/// the first four, five, six, seven and eight letters may be a prefix, and whether a longer one may begin so. Both always write down what they look at and
/// move on only where the bit is set, as <see cref="CandidateScan"/> does.
/// </summary>
/// <remarks>
/// Of 156 tokens of a text 50 begin with one of 5,000 prefixes, often with two. A table of the lengths that prefixes with these first letters have, and a
/// loop over them, took as long: what it spared in tests it lost in branches that cannot be foretold (2026-11).
/// </remarks>
internal sealed class PrefixScan
{
    private const int LongestBeginning = 4;
    private const int BitsEach = 16;
    private const int KeyBitsEach = 32;

    // Of so few prefixes the shortest decides how many letters the first loop looks at; of more too many words begin with three letters of some.
    private const int Few = 64;

    private readonly BitFilter _beginnings;
    private readonly BitFilter _keys;
    private readonly BitFilter _longer;
    private readonly int _beginning;

    // Prefixes of fewer letters are asked for only where there are any: a wildcard has at least three letters, but stems may have fewer, and so may words of
    // other scripts.
    private readonly int _shortestAscii;
    private int _shortest = LongestBeginning;

    /// <summary>Makes room for so many, of which those in ASCII have at least so many letters.</summary>
    public PrefixScan(int count, int shortestAscii)
    {
        _shortestAscii = Math.Min(shortestAscii, LongestBeginning);
        _beginning = count <= Few ? _shortestAscii : LongestBeginning;
        _beginnings = new BitFilter(count, BitsEach);
        _keys = new BitFilter(count, KeyBitsEach);
        _longer = new BitFilter(count, BitsEach);
    }

    /// <summary>Size in bytes.</summary>
    public long Bytes => _beginnings.Bytes + _keys.Bytes + _longer.Bytes;

    /// <summary>Adds a prefix.</summary>
    public void Add(ReadOnlySpan<char> prefix)
    {
        if (prefix.Length >= _beginning) _beginnings.Add(BeginningHash((uint)PrefixKey.Of(prefix[.._beginning])));
        _shortest = Math.Min(_shortest, prefix.Length);
        if (!Ascii.IsValid(prefix)) return;
        if (prefix.Length <= PrefixKey.Longest) _keys.Add(PrefixKey.Mix(PrefixKey.Of(prefix)));
        else _longer.Add(PrefixKey.Mix(PrefixKey.Of(prefix[..PrefixKey.Longest])));
    }

    /// <summary>Whether a prefix may be the beginning of a token's form; <see langword="false"/> is certain.</summary>
    public bool MayBegin(ReadOnlySpan<char> form) =>
        _shortest < _beginning || (form.Length >= _beginning && _beginnings.MayContain(BeginningHash((uint)PrefixKey.Of(form[.._beginning]))));

    /// <summary>Finds the tokens that may begin with a prefix; returns how many of <paramref name="positions"/>, with room for every token, were filled.</summary>
    /// <remarks>Tokens whose form is not simply their text are left out.</remarks>
    public int Survivors(NarrowTokens tokens, int[] positions) => tokens.WithoutOdd(positions, Beginnings(tokens, positions));

    /// <summary>Finds what may be a prefix.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="positions">Some of the <see cref="Survivors"/>.</param>
    /// <param name="probes">Gets beginnings of tokens that <see cref="PrefixLetters"/> may have; with room for eight a token, and for one more that is written but does not count.</param>
    /// <param name="longer">Gets tokens that may begin with a longer prefix; with room for every one.</param>
    /// <returns>How many of each were filled.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public (int Probes, int Longer) Probe(NarrowTokens tokens, ReadOnlySpan<int> positions, PrefixProbe[] probes, int[] longer)
    {
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        ref var bound = ref MemoryMarshal.GetReference(tokens.Bounds);
        ref var probe = ref MemoryMarshal.GetArrayDataReference(probes);
        ref var words = ref _keys.Words;
        var shift = _keys.Shift;
        ref var longerWords = ref _longer.Words;
        var longerShift = _longer.Shift;
        var least = PrefixKey.Of(ulong.MaxValue, _shortestAscii);
        var (count, longerCount) = (0, 0);
        foreach (var position in positions)
        {
            var start = Unsafe.Add(ref bound, 2 * position);
            var length = Unsafe.Add(ref bound, (2 * position) + 1) - start;
            var eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, start));

            // Of a word that is shorter what lies behind it is left out.
            var whole = length >= PrefixKey.Longest ? ulong.MaxValue : PrefixKey.Of(ulong.MaxValue, length);
            for (var mask = least; ; mask = (mask << 8) | 0xFF)
            {
                var key = eight & mask;
                Unsafe.Add(ref probe, count) = new(key, position);
                count += BitFilter.Test(ref words, shift, PrefixKey.Mix(key)) & (mask <= whole ? 1 : 0);
                if (mask == ulong.MaxValue) break;
            }

            longer[longerCount] = position;
            longerCount += BitFilter.Test(ref longerWords, longerShift, PrefixKey.Mix(eight)) & (length > PrefixKey.Longest ? 1 : 0);
        }

        return (count, longerCount);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Beginnings(NarrowTokens tokens, int[] positions)
    {
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        ref var bound = ref MemoryMarshal.GetReference(tokens.Bounds);
        ref var place = ref MemoryMarshal.GetArrayDataReference(positions);
        ref var words = ref _beginnings.Words;
        var shift = _beginnings.Shift - 32;
        var mask = (uint)PrefixKey.Of(ulong.MaxValue, _beginning);
        nint last = tokens.Count;
        nint count = 0;
        for (nint position = 0; position < last; position++)
        {
            Unsafe.Add(ref place, count) = (int)position;
            var first = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, (nint)(uint)Unsafe.Add(ref bound, 2 * position))) & mask;
            var bit = first * 0x9E3779B1u >> shift;
            count += (nint)((Unsafe.Add(ref words, (nint)(bit >> 5)) >> (int)bit) & 1);
        }

        return (int)count;
    }

    private static ulong BeginningHash(uint letters) => (ulong)(letters * 0x9E3779B1u) << 32;
}
