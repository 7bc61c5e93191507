using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// Which beginnings of a token may be among the prefixes looked for: a bit filter of their first four units throws out most tokens, a table says how long
/// the prefixes are that begin so, and a bit filter of whole prefixes throws out most of those. However many prefixes there are, a token costs one look and
/// few more than one for each length.
/// </summary>
internal sealed class Prefixes
{
    /// <summary>The longest prefix in UTF-16 units: the lengths are bits of one word.</summary>
    public const int Longest = 63;

    private const int KeyUnits = 4;
    private const int ShortKeyUnits = 3;
    private const uint ShortKey = 0xFFFFFF;
    private const int BitsEach = 16;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    // A prefix and a phrase of one token of the same letters are two things.
    private const ulong Salt = 0x9FB21C651E98DF25;

    private readonly BitFilter _keys;
    private readonly ulong[] _lengths;
    private readonly int _shift;
    private readonly BitFilter _wholes;

    // Prefixes of three units, as short as the language has them, have a key of their own; shorter ones have no place in the table.
    private bool _hasShortKeys;
    private ulong _short;

    /// <summary>Makes room for so many.</summary>
    public Prefixes(int count)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, count)) + 2, 6, 14);
        _keys = new BitFilter(count, BitsEach);
        _lengths = new ulong[1 << bits];
        _shift = 64 - bits;
        _wholes = new BitFilter(count, BitsEach);
    }

    /// <summary>Size in bytes.</summary>
    public long Bytes => _keys.Bytes + (_lengths.LongLength * sizeof(ulong)) + _wholes.Bytes;

    /// <summary>The hash that a prefix in UTF-8 is found by.</summary>
    public static ulong Hash(ReadOnlySpan<byte> prefix) => TokenHash.OfUtf8(prefix) ^ Salt;

    /// <summary>Adds a prefix; returns its hash.</summary>
    public ulong Add(ReadOnlySpan<byte> prefix)
    {
        Span<char> units = stackalloc char[prefix.Length];
        units = units[..System.Text.Encoding.UTF8.GetChars(prefix, units)];
        if (units.Length >= KeyUnits) AddLength(Mix(Key(units)), units.Length);
        else if (units.Length < ShortKeyUnits) _short |= 1UL << units.Length;
        else AddShort(units);
        var hash = Hash(prefix);
        _wholes.Add(hash);
        return hash;
    }

    /// <summary>Adds every beginning of a token of the text that may be a prefix to the candidates.</summary>
    public void Find(TokenBuffer tokens, PhraseTable table, Candidates candidates)
    {
        if (!tokens.IsNarrow)
        {
            for (var position = 0; position < tokens.Count; position++) AddForm(tokens.Form(position), position, table, candidates);
            return;
        }

        FindNarrow(tokens.Narrow, table, candidates);
        foreach (var odd in tokens.Narrow.OddNumbers) AddForm(tokens.Form(odd), odd, table, candidates);
    }

    // Words whose form is not their text are left to the caller.
    private void FindNarrow(Analysis.Narrow.NarrowTokens tokens, PhraseTable table, Candidates candidates)
    {
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        var bounds = tokens.Bounds;
        var odd = tokens.OddNumbers;
        foreach (var position in candidates.Singles.AsSpan(0, Scan(tokens.Text, bounds, candidates.Singles)))
        {
            while (!odd.IsEmpty && odd[0] < position) odd = odd[1..];
            if (!odd.IsEmpty && odd[0] == position) continue;
            var start = bounds[2 * position];
            var length = Math.Min(Longest, bounds[(2 * position) + 1] - start);
            ref var at = ref Unsafe.Add(ref text, start);
            var first = Unsafe.ReadUnaligned<ulong>(ref at);
            var possible = Lengths((uint)first) & ((2UL << length) - 1);
            for (; possible != 0; possible &= possible - 1) Add(HashOf(ref at, first, BitOperations.TrailingZeroCount(possible)), position, table, candidates);
        }
    }

    // Always writes the place down and moves on only where a prefix may begin so, as CandidateScan does. Of a word shorter than the key what lies behind
    // it is looked up too; its length tells in the end.
    private int Scan(ReadOnlySpan<byte> narrow, ReadOnlySpan<int> bounds, int[] found)
    {
        ref var text = ref MemoryMarshal.GetReference(narrow);
        ref var bound = ref MemoryMarshal.GetReference(bounds);
        ref var place = ref MemoryMarshal.GetArrayDataReference(found);
        ref var keys = ref _keys.Words;
        var shift = _keys.Shift;
        var any = _short != 0 ? 1 : 0;
        var hasShortKeys = _hasShortKeys;
        var count = 0;
        for (var position = 0; position < bounds.Length / 2; position++)
        {
            var key = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, Unsafe.Add(ref bound, 2 * position)));
            Unsafe.Add(ref place, count) = position;
            var may = BitFilter.Test(ref keys, shift, Mix(key)) | any;
            if (hasShortKeys) may |= BitFilter.Test(ref keys, shift, Mix(key & ShortKey));
            count += may;
        }

        return count;
    }

    private void AddShort(ReadOnlySpan<char> prefix)
    {
        _hasShortKeys = true;
        AddLength(Mix(Key(prefix) & ShortKey), ShortKeyUnits);
    }

    private void AddLength(ulong key, int length)
    {
        _keys.Add(key);
        _lengths[Place(key)] |= 1UL << length;
    }

    private void AddForm(ReadOnlySpan<char> form, int position, PhraseTable table, Candidates candidates)
    {
        var possible = (form.Length < ShortKeyUnits ? _short : Lengths(Key(form))) & ((2UL << Math.Min(Longest, form.Length)) - 1);
        for (; possible != 0; possible &= possible - 1) Add(TokenHash.Of(form[..BitOperations.TrailingZeroCount(possible)]) ^ Salt, position, table, candidates);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ulong hash, int position, PhraseTable table, Candidates candidates)
    {
        if (!_wholes.MayContain(hash)) return;
        table.Prefetch(hash);
        candidates.Add(new Candidate(position, position + 1, hash));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOf(ref byte start, ulong first, int length)
    {
        if (length <= 8) return TokenHash.OfSixteen(first & (ulong.MaxValue >> (64 - (8 * length))), 0) ^ Salt;
        return TokenHash.OfBytes(MemoryMarshal.CreateReadOnlySpan(ref start, length)) ^ Salt;
    }

    // How long prefixes may be that begin so.
    private ulong Lengths(uint key)
    {
        var lengths = _lengths[Place(Mix(key))] | _short;
        return _hasShortKeys ? lengths | _lengths[Place(Mix(key & ShortKey))] : lengths;
    }

    // For ASCII the same as the first four bytes of narrow text.
    private static uint Key(ReadOnlySpan<char> form) => form[0] ^ ((uint)form[1] << 8) ^ ((uint)form[2] << 16) ^ (form.Length < KeyUnits ? 0 : (uint)form[3] << 24);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(uint units) => units * Spread;

    private int Place(ulong key) => (int)(key >> _shift);
}
