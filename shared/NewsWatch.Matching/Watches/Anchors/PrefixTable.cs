using System.Numerics;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Finds which of many prefixes a token starts with. Immutable.</summary>
/// <remarks>The first three letters of a token say how long the prefixes are that begin so; only those lengths are looked up, however many prefixes there are.</remarks>
internal sealed class PrefixTable
{
    /// <summary>Longest prefix: the lengths are bits of one word.</summary>
    public const int LongestPrefix = 63;

    private const int KeyLength = 3;

    private readonly Dictionary<string, int[]> _slots;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _slotsOf;
    private readonly Dictionary<ulong, ulong> _lengths = [];
    private readonly bool[] _hasKeys = new bool[KeyLength + 1];

    private PrefixTable(Dictionary<string, int[]> slots)
    {
        _slots = slots;
        _slotsOf = slots.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var prefix in slots.Keys)
        {
            var length = Math.Min(prefix.Length, KeyLength);
            _hasKeys[length] = true;
            var key = Key(prefix, length);
            _lengths[key] = _lengths.GetValueOrDefault(key) | (1UL << prefix.Length);
        }
    }

    public static PrefixTable Empty { get; } = new(new(StringComparer.Ordinal));

    public bool IsEmpty => _slots.Count == 0;

    /// <summary>A table with some slots gone and more prefixes; this one stays as it is.</summary>
    public PrefixTable With(IReadOnlyList<(string Prefix, int Slot)> added, IReadOnlySet<int> removed)
    {
        if (added.Count == 0 && (removed.Count == 0 || IsEmpty)) return this;
        var slots = SlotLists.Without(_slots, removed);
        SlotLists.Add(slots, added);
        return new(slots);
    }

    /// <summary>Reports every token that starts with a prefix.</summary>
    public void Find(TokenBuffer tokens, AnchorHits hits, PrefixMemo memo)
    {
        memo.For(this);
        var hashes = tokens.Hashes;
        for (var position = 0; position < hashes.Length; position++)
        {
            if (memo.IsKnownWithout(hashes[position])) continue;
            if (!Report(tokens.Form(position), position, hits)) memo.Remember(hashes[position]);
        }
    }

    private bool Report(ReadOnlySpan<char> form, int position, AnchorHits hits)
    {
        var any = false;
        for (var key = 1; key <= Math.Min(KeyLength, form.Length); key++)
        {
            if (_hasKeys[key] && _lengths.TryGetValue(Key(form, key), out var lengths)) any |= Report(form, lengths, position, hits);
        }

        return any;
    }

    private bool Report(ReadOnlySpan<char> form, ulong lengths, int position, AnchorHits hits)
    {
        var any = false;
        for (; lengths != 0; lengths &= lengths - 1)
        {
            var length = BitOperations.TrailingZeroCount(lengths);
            if (length > form.Length) break;
            if (!_slotsOf.TryGetValue(form[..length], out var slots)) continue;
            any = true;
            foreach (var slot in slots) hits.AddToken(slot, position);
        }

        return any;
    }

    // The length is part of the key: a prefix of two letters is not one of three.
    private static ulong Key(ReadOnlySpan<char> text, int length)
    {
        var key = (ulong)length;
        for (var i = 0; i < length; i++) key = (key << 16) | text[i];
        return key;
    }
}
