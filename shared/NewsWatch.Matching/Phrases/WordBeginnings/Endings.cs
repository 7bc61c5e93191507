using System.Numerics;
using System.Text;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>
/// Finds where a phrase that ends in a prefix may stand, such as <c>"european central bank*"</c>. Its words, which <see cref="FollowScan"/> has followed where
/// there are several, and the prefix's first letters throw nearly every place of a text out; a table of both says which prefixes stand at the rest.
/// </summary>
/// <remarks>
/// By the last word alone too much would stay: with a million watches, 50,000 of them such phrases, the last word and the prefix of one stand at 33 places of a
/// text, with the words before them at hardly two (2026-11).
/// </remarks>
internal sealed class Endings
{
    private const int MostBeginning = 3;
    private const int Letters = PrefixKey.Longest;
    private const int BitsEach = 16;

    // Prefixes beyond ASCII are behind a filter of the words and the whole prefix, or its first eight units. Bit n stands for n units.
    private readonly BitFilter _others;
    private ulong _otherLengths;

    // Until the table is made.
    private HashSet<End> _ends = [];
    private EndingBeginnings _beginnings = new(MostBeginning, 0);
    private PrefixTable<End> _table = new([]);

    /// <summary>Makes room for so many.</summary>
    public Endings(int count) => _others = new BitFilter(count, BitsEach);

    /// <summary>Size in bytes.</summary>
    public long Bytes => _others.Bytes + _beginnings.Bytes + _table.Bytes;

    /// <summary>Adds a phrase; returns the hash that it is to be found by in the table of phrases.</summary>
    /// <param name="words">The hash of the words before the prefix.</param>
    /// <param name="prefix">The prefix in UTF-8.</param>
    public ulong Add(ulong words, ReadOnlySpan<byte> prefix)
    {
        Span<char> units = stackalloc char[prefix.Length];
        units = units[..Encoding.UTF8.GetChars(prefix, units)];
        if (units.Length > Letters) units = units[..Letters];
        var end = new End(High(words), PrefixKey.Of(units), units.Length);
        if (Ascii.IsValid(units))
        {
            _ends.Add(end);
        }
        else
        {
            _otherLengths |= 1UL << units.Length;
            _others.Add(end.Hash);
        }

        return end.Hash;
    }

    /// <summary>To be called when every phrase has been added.</summary>
    public void Settle()
    {
        var letters = _ends.Count == 0 ? MostBeginning : Math.Min(MostBeginning, _ends.Min(end => end.Length));
        _beginnings = new EndingBeginnings(letters, _ends.Count);
        foreach (var end in _ends) _beginnings.Add(end.Words, end.Key);
        _table = new([.. _ends.Select(end => (_beginnings.Hash(end.Words, end.Key), end.Key, end))]);
        _ends = [];
    }

    /// <summary>Adds every place of the text where a phrase may end to the candidates.</summary>
    public void Find(TokenBuffer tokens, PhraseTable table, Candidates candidates)
    {
        var keys = candidates.Letters.Keys;
        var before = candidates.BeforeEndings;
        candidates.Reserve(before.Count);
        Probe(_beginnings.Scan(keys, tokens.Hashes, candidates.Positions, candidates.Hashes), table, candidates);
        Probe(_beginnings.Scan(keys, before, candidates.Positions, candidates.Hashes), table, candidates);
        if (_otherLengths == 0) return;
        for (var position = 1; position < tokens.Count; position++) FindOthers(tokens.Hashes[position - 1], position, tokens, table, candidates);
        for (var number = 0; number < before.Count; number++) FindOthers(before.Hashes[number], before.Positions[number], tokens, table, candidates);
    }

    // Those that have been scanned.
    private void Probe(int count, PhraseTable table, Candidates candidates)
    {
        var keys = candidates.Letters.Keys;
        var probes = candidates.Probes;
        ReadOnlySpan<int> positions = candidates.Positions.AsSpan(0, count);
        ReadOnlySpan<uint> hashes = candidates.Hashes.AsSpan(0, count);
        while (PrefixProbes.TryTakeBlock(ref positions, ref hashes, out var block, out var blockHashes))
        {
            _table.Probe(keys, block, blockHashes, probes);
            for (var found = 0; found < probes.Count; found++)
            {
                var (place, number) = probes[found];
                var end = _table[place];

                // The same prefix behind other words may have the same place.
                if (_beginnings.Hash(end.Words, end.Key) == blockHashes[number]) Add(end, block[number], table, candidates);
            }
        }
    }

    private void FindOthers(ulong words, int position, TokenBuffer tokens, PhraseTable table, Candidates candidates)
    {
        if (position == tokens.Count || FirstLetters.IsSurelyAscii(candidates.Letters.Keys[position])) return;
        var form = tokens.Form(position);
        for (var lengths = _otherLengths & PrefixKey.LengthsBeyondAscii(form); lengths != 0; lengths &= lengths - 1)
        {
            var length = BitOperations.TrailingZeroCount(lengths);
            if (length > form.Length) return;
            var end = new End(High(words), PrefixKey.Of(form[..length]), length);
            if (_others.MayContain(end.Hash)) Add(end, position, table, candidates);
        }
    }

    private static void Add(End end, int position, PhraseTable table, Candidates candidates)
    {
        table.Prefetch(end.Hash);
        candidates.Add(new Candidate(0, position + 1, end.Hash));
    }

    private static uint High(ulong hash) => (uint)(hash >> 32);

    /// <param name="Words">The high half of the hash of the words before the prefix.</param>
    /// <param name="Key">The letters of the prefix, eight at most, as <see cref="PrefixKey"/> has them.</param>
    /// <param name="Length">How many these are.</param>
    private readonly record struct End(uint Words, ulong Key, int Length)
    {
        // With the length, since units beyond eight bits overlap and letters of two lengths may look the same.
        public ulong Hash => TokenHash.Append((ulong)Words << 32, PrefixKey.Mix(Key) ^ (PrefixKey.Salt + (ulong)Length));

        // Not that of the members, which is one half of a number over the other, and the same for all letters that repeat.
        public override int GetHashCode() => (int)(Hash >> 32);
    }
}
