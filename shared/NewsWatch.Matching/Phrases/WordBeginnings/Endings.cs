using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>
/// Finds where a phrase that ends in a prefix may stand, such as <c>"european central bank*"</c>. Its last word and the prefix's first letters throw nearly
/// every place of a text out; a table of both says which prefixes stand at the rest; what is left is looked up with all of its words.
/// </summary>
internal sealed class Endings
{
    private const int MostBeginning = 3;
    private const int Letters = PrefixKey.Longest;
    private const int BitsEach = 16;

    // Of more words than so many the last are looked up.
    private const int MostWords = 8;

    // Prefixes beyond ASCII are behind a filter of the last word and the whole prefix, or its first eight units. Bit n stands for n units.
    private readonly BitFilter _others;
    private ulong _otherLengths;

    // Until the table is made: of each last word and prefix how many words there are before, as bits.
    private Dictionary<Last, int> _ends = [];
    private EndingBeginnings _beginnings = new(MostBeginning, 0);
    private PrefixTable<End> _table = new([]);

    // Bit n stands for phrases of n words before the prefix.
    private int _counts;

    /// <summary>Makes room for so many.</summary>
    public Endings(int count) => _others = new BitFilter(count, BitsEach);

    /// <summary>Size in bytes.</summary>
    public long Bytes => _others.Bytes + _beginnings.Bytes + _table.Bytes;

    /// <summary>Adds a phrase; returns the hash that it is to be found by in the table of phrases.</summary>
    /// <param name="words">The hashes of the words before the prefix; at least one.</param>
    /// <param name="prefix">The prefix in UTF-8.</param>
    public ulong Add(ReadOnlySpan<ulong> words, ReadOnlySpan<byte> prefix)
    {
        Span<char> units = stackalloc char[prefix.Length];
        units = units[..Encoding.UTF8.GetChars(prefix, units)];
        if (units.Length > Letters) units = units[..Letters];
        var key = PrefixKey.Of(units);
        var last = words[Math.Max(0, words.Length - MostWords)..];
        var count = 1 << last.Length;
        if (Ascii.IsValid(units))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_ends, new(words[^1], key, units.Length), out _) |= count;
        }
        else
        {
            _counts |= count;
            _otherLengths |= 1UL << units.Length;
            _others.Add(Hash(words[^1], key, units.Length));
        }

        return Hash(Together(last), key, units.Length);
    }

    /// <summary>To be called when every phrase has been added.</summary>
    public void Settle()
    {
        var letters = _ends.Count == 0 ? MostBeginning : Math.Min(MostBeginning, _ends.Keys.Min(end => end.Length));
        _beginnings = new EndingBeginnings(letters, _ends.Count);
        foreach (var (word, key, _) in _ends.Keys) _beginnings.Add(word, key);
        _table = new([.. _ends.Select(end => (_beginnings.Hash(end.Key.Word, end.Key.Key), end.Key.Key, new End(end.Key.Word, (byte)end.Key.Length, (ushort)end.Value)))]);
        _ends = [];
    }

    /// <summary>Adds every place of the text where a phrase may end to the candidates.</summary>
    public void Find(TokenBuffer tokens, PhraseTable table, Candidates candidates)
    {
        if (!tokens.IsNarrow)
        {
            for (var position = 1; position < tokens.Count; position++) FindForm(tokens.Hashes[..position], tokens.Form(position), table, candidates);
            return;
        }

        var narrow = tokens.Narrow;
        FindNarrow(narrow, table, candidates);
        for (var odd = 0; odd < narrow.OddNumbers.Length; odd++)
        {
            if (narrow.OddNumbers[odd] is > 0 and var position) FindForm(narrow.Hashes[..position], narrow.OddForm(odd), table, candidates);
        }
    }

    private void FindNarrow(NarrowTokens tokens, PhraseTable table, Candidates candidates)
    {
        var hashes = candidates.Hashes;
        var survivors = candidates.Singles.AsSpan(0, _beginnings.Scan(tokens, candidates.Singles, hashes));
        while (PrefixProbes.TryTakeBlock(ref survivors, out var block))
        {
            _table.Probe(tokens, block, hashes, candidates.Probes);
            for (var number = 0; number < candidates.Probes.Count; number++)
            {
                var (place, position) = candidates.Probes[number];
                AddEnd(tokens.Hashes[..position], place, table, candidates);
            }
        }
    }

    private void FindForm(ReadOnlySpan<ulong> before, ReadOnlySpan<char> form, PhraseTable table, Candidates candidates)
    {
        for (var lengths = _otherLengths & PrefixKey.LengthsBeyondAscii(form); lengths != 0; lengths &= lengths - 1)
        {
            var length = BitOperations.TrailingZeroCount(lengths);
            if (length > form.Length) break;
            var key = PrefixKey.Of(form[..length]);
            if (_others.MayContain(Hash(before[^1], key, length))) Add(before, key, length, _counts, table, candidates);
        }

        var letters = PrefixKey.OfAscii(form);
        if (!_beginnings.MayContain(before[^1], letters)) return;
        _table.Probe(letters, _beginnings.Hash(before[^1], letters), candidates.Probes);
        for (var number = 0; number < candidates.Probes.Count; number++) AddEnd(before, candidates.Probes[number].Place, table, candidates);
    }

    // The same prefix behind another word may have the same place.
    private void AddEnd(ReadOnlySpan<ulong> before, int place, PhraseTable table, Candidates candidates)
    {
        var end = _table[place];
        if (end.Word == before[^1]) Add(before, _table.Key(place), end.Length, end.Counts, table, candidates);
    }

    private static void Add(ReadOnlySpan<ulong> before, ulong letters, int length, int counts, PhraseTable table, Candidates candidates)
    {
        for (; counts != 0; counts &= counts - 1)
        {
            var words = BitOperations.TrailingZeroCount(counts);
            if (words > before.Length) return;
            var hash = Hash(Together(before[^words..]), letters, length);
            table.Prefetch(hash);
            candidates.Add(new Candidate(before.Length - words, before.Length + 1, hash));
        }
    }

    private static ulong Together(ReadOnlySpan<ulong> words)
    {
        var hash = words[0];
        foreach (var word in words[1..]) hash = TokenHash.Append(hash, word);
        return hash;
    }

    // With the length, since units beyond eight bits overlap and letters of two lengths may look the same.
    private static ulong Hash(ulong words, ulong letters, int length) => TokenHash.Append(words, PrefixKey.Mix(letters) ^ (PrefixKey.Salt + (ulong)length));

    // A hash of its own: that of a number is one half of it over the other, and the same for all letters that repeat.
    private readonly record struct Last(ulong Word, ulong Key, int Length)
    {
        public override int GetHashCode() => (int)(Hash(Word, Key, Length) >> 32);
    }

    /// <param name="Word">The hash of the last word.</param>
    /// <param name="Length">How many letters of the prefix are known, eight at most.</param>
    /// <param name="Counts">Bit n stands for phrases of n words before it.</param>
    private readonly record struct End(ulong Word, byte Length, ushort Counts);
}
