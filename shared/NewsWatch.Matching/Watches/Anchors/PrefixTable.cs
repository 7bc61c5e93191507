using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Finds which of many prefixes a token starts with, by its first three letters. Immutable.</summary>
internal sealed class PrefixTable
{
    private const int KeyLength = 3;

    private readonly Dictionary<ulong, (string Prefix, int Slot)[]> _byKey;

    // Whether there are keys of one, two and three letters.
    private readonly bool[] _lengths;

    private PrefixTable(Dictionary<ulong, (string, int)[]> byKey, bool[] lengths) => (_byKey, _lengths) = (byKey, lengths);

    public static PrefixTable Empty { get; } = new([], new bool[KeyLength + 1]);

    public bool IsEmpty => _byKey.Count == 0;

    /// <summary>A table with some slots gone and more prefixes; this one stays as it is.</summary>
    public PrefixTable With(IReadOnlyList<(string Prefix, int Slot)> added, IReadOnlySet<int> removed)
    {
        if (added.Count == 0 && (removed.Count == 0 || IsEmpty)) return this;
        var byKey = Without(removed);
        var lengths = (bool[])_lengths.Clone();
        foreach (var group in added.GroupBy(a => Key(a.Prefix, Math.Min(a.Prefix.Length, KeyLength))))
        {
            byKey[group.Key] = [.. byKey.GetValueOrDefault(group.Key, []), .. group];
            foreach (var (prefix, _) in group) lengths[Math.Min(prefix.Length, KeyLength)] = true;
        }

        return new(byKey, lengths);
    }

    private Dictionary<ulong, (string Prefix, int Slot)[]> Without(IReadOnlySet<int> removed)
    {
        var byKey = new Dictionary<ulong, (string Prefix, int Slot)[]>(_byKey.Count);
        foreach (var (key, prefixes) in _byKey)
        {
            var kept = Array.Exists(prefixes, p => removed.Contains(p.Slot)) ? Array.FindAll(prefixes, p => !removed.Contains(p.Slot)) : prefixes;
            if (kept.Length > 0) byKey[key] = kept;
        }

        return byKey;
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
        for (var length = 1; length <= Math.Min(KeyLength, form.Length); length++)
        {
            if (!_lengths[length] || !_byKey.TryGetValue(Key(form, length), out var prefixes)) continue;
            foreach (var (prefix, slot) in prefixes)
            {
                if (!form.StartsWith(prefix, StringComparison.Ordinal)) continue;
                hits.AddToken(slot, position);
                any = true;
            }
        }

        return any;
    }

    private static ulong Key(ReadOnlySpan<char> text, int length)
    {
        ulong key = 0;
        for (var i = 0; i < length; i++) key = (key << 16) | text[i];
        return key;
    }
}
