using System.Runtime.InteropServices;
using System.Text;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>
/// Finds the beginnings of tokens that are among the prefixes looked for, however many these are. Those of up to eight letters and digits of ASCII are in
/// tables by their first letters; all others are <see cref="HashedPrefixes"/>.
/// </summary>
internal sealed class Prefixes
{
    /// <summary>The longest prefix in UTF-16 units: the lengths are bits of one word.</summary>
    public const int Longest = 63;

    // Four letters tell well, and three too little: with a thousand prefixes too many words begin with three letters of some. So few prefixes are in one table
    // all the same, by as many letters as the shortest has; else shorter ones have a table of their own.
    private const int LettersThatTell = 4;
    private const int Few = 64;

    // Where more than so many begin alike, there are more tables, each of prefixes that are at most one letter longer than what they are known by.
    private const int MostAlike = 64;

    private readonly HashedPrefixes _hashed;

    // Until the tables are made: first letters, how many they are, and the record; or of those that go on a bit for each length they go on to.
    private Dictionary<First, ulong> _firsts = [];
    private (PrefixBeginnings Beginnings, PrefixTable<PrefixOwner> Table)[] _tables = [];

    /// <summary>Makes room for so many.</summary>
    public Prefixes(int count) => _hashed = new HashedPrefixes(count);

    /// <summary>Size in bytes.</summary>
    public long Bytes => _hashed.Bytes + _tables.Sum(one => one.Beginnings.Bytes + one.Table.Bytes);

    /// <summary>Adds a prefix.</summary>
    /// <param name="prefix">The prefix in UTF-8.</param>
    /// <param name="record">Its record in <paramref name="records"/>.</param>
    /// <param name="shared">Gets its id where the prefix has a record already.</param>
    /// <param name="records">The records.</param>
    /// <returns>The hash that it is to be found by in the table of phrases; none where it is found here.</returns>
    public ulong? Add(ReadOnlySpan<byte> prefix, int record, SharedIds shared, PhraseRecords records)
    {
        Span<char> units = stackalloc char[prefix.Length];
        units = units[..Encoding.UTF8.GetChars(prefix, units)];
        var first = units[..Math.Min(units.Length, PrefixKey.Longest)];
        var key = PrefixKey.Of(first);
        if (first.Length == units.Length && PrefixKey.IsPlain(units))
        {
            var whole = new First(key, first.Length, GoesOn: false);
            if (!_firsts.TryAdd(whole, (ulong)record)) shared.Add((int)_firsts[whole], records.Head(record).Id);
            return null;
        }

        var isInTable = Ascii.IsValid(first);
        if (isInTable) CollectionsMarshal.GetValueRefOrAddDefault(_firsts, new(key, first.Length, GoesOn: true), out _) |= 1UL << units.Length;
        return _hashed.Add(units, isInTable);
    }

    /// <summary>To be called when every prefix has been added and the ids of the records are the last ones.</summary>
    public void Settle(PhraseRecords records)
    {
        if (_firsts.Count == 0) return;
        var least = Math.Min(_firsts.Keys.Min(prefix => prefix.Length), LettersThatTell);
        _tables = Tables(_firsts.Count <= Few ? [least] : [least, LettersThatTell], records);
        if (_tables.Any(one => one.Table.MostAlike > MostAlike)) _tables = Tables([1, 2, 3, 4, 6, 8], records);
        _firsts = [];
    }

    /// <summary>Writes down every beginning of a token of the text that is a prefix, or adds it to the candidates where it only may be one.</summary>
    public void Find(PhraseTable table, Candidates candidates, HitWriter found)
    {
        foreach (var (beginnings, prefixes) in _tables) Find(beginnings, prefixes, table, candidates, found);
        _hashed.FindOthers(found.Tokens, table, candidates);
    }

    // A prefix is in the table of the most letters that it has.
    private (PrefixBeginnings Beginnings, PrefixTable<PrefixOwner> Table)[] Tables(int[] letters, PhraseRecords records) =>
        [.. _firsts.GroupBy(one => letters.Last(number => number <= one.Key.Length)).Select(group => Table(group.Key, [.. group], records))];

    private static (PrefixBeginnings Beginnings, PrefixTable<PrefixOwner> Table) Table(int letters, KeyValuePair<First, ulong>[] firsts, PhraseRecords records)
    {
        var beginnings = new PrefixBeginnings(letters, firsts.Length);
        foreach (var (first, _) in firsts) beginnings.Add(first.Key);
        return (beginnings, new([.. firsts.Select(one => (beginnings.Hash(one.Key.Key), one.Key.Key, Owner(one.Key.GoesOn, one.Value, records)))]));
    }

    private static PrefixOwner Owner(bool goesOn, ulong value, PhraseRecords records)
    {
        if (goesOn) return PrefixOwner.OfLonger(value);
        var head = records.Head((int)value);
        return new(head.Id, head.IsShared, GoesOn: false);
    }

    private void Find(PrefixBeginnings beginnings, PrefixTable<PrefixOwner> prefixes, PhraseTable table, Candidates candidates, HitWriter found)
    {
        var keys = candidates.Letters.Keys;
        var probes = candidates.Probes;
        var count = beginnings.Scan(keys, candidates.Positions, candidates.Hashes);
        ReadOnlySpan<int> positions = candidates.Positions.AsSpan(0, count);
        ReadOnlySpan<uint> hashes = candidates.Hashes.AsSpan(0, count);
        while (PrefixProbes.TryTakeBlock(ref positions, ref hashes, out var block, out var blockHashes))
        {
            prefixes.Probe(keys, block, blockHashes, probes);
            var others = found.WritePrefixes(prefixes.Owners, probes, block);
            for (var other = 0; other < others; other++)
            {
                var (place, number) = probes[other];
                var (owner, position) = (prefixes[place], block[number]);
                if (!owner.GoesOn) found.WritePrefix(owner.Id, owner.IsShared, position);
                else _hashed.Find(owner.Lengths, found.Tokens.Form(position), position, table, candidates);
            }
        }
    }

    // A hash of its own: that of a number is one half of it over the other, and the same for all letters that repeat.
    private readonly record struct First(ulong Key, int Length, bool GoesOn)
    {
        public override int GetHashCode() => (int)(PrefixKey.Mix(Key) >> 32) + (GoesOn ? 1 : 0);
    }
}
