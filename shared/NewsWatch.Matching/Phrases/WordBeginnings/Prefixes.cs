using System.Runtime.InteropServices;
using System.Text;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>
/// Finds the beginnings of tokens that are among the prefixes looked for, however many these are. Those of up to eight letters and digits of ASCII are in
/// tables by their first letters; all others are <see cref="HashedPrefixes"/>.
/// </summary>
internal sealed class Prefixes
{
    /// <summary>The longest prefix in UTF-16 units: the lengths are bits of one word.</summary>
    public const int Longest = 63;

    // So few are in one table, by as many letters as the shortest has; of more too many words begin with three letters of some. Then those that are shorter
    // than the letters that tell most have a table of their own.
    private const int Few = 64;

    private readonly HashedPrefixes _hashed;

    // Until the tables are made: first letters, how many they are, and the record; or of those that go on a bit for each length they go on to.
    private Dictionary<(ulong Key, int Length, bool GoesOn), ulong> _firsts = [];
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
            if (!_firsts.TryAdd((key, first.Length, false), (ulong)record)) shared.Add((int)_firsts[(key, first.Length, false)], records.Id(record));
            return null;
        }

        var isInTable = Ascii.IsValid(first);
        if (isInTable) CollectionsMarshal.GetValueRefOrAddDefault(_firsts, (key, first.Length, true), out _) |= 1UL << units.Length;
        return _hashed.Add(units, isInTable);
    }

    /// <summary>To be called when every prefix has been added and the ids of the records are the last ones.</summary>
    public void Settle(PhraseRecords records)
    {
        if (_firsts.Count == 0) return;
        var least = Math.Min(_firsts.Keys.Min(prefix => prefix.Length), PrefixBeginnings.MostLetters);
        var most = _firsts.Count <= Few ? least : PrefixBeginnings.MostLetters;
        _tables = least == most ? [Table(most, PrefixKey.Longest, records)] : [Table(least, most - 1, records), Table(most, PrefixKey.Longest, records)];
        _firsts = [];
    }

    /// <summary>Writes down every beginning of a token of the text that is a prefix, or adds it to the candidates where it only may be one.</summary>
    public void Find(PhraseTable table, Candidates candidates, HitWriter found)
    {
        var tokens = found.Tokens;
        if (!tokens.IsNarrow)
        {
            for (var position = 0; position < tokens.Count; position++) FindForm(position, tokens.Form(position), table, candidates, found);
            return;
        }

        var narrow = tokens.Narrow;
        foreach (var (beginnings, prefixes) in _tables) FindNarrow(beginnings, prefixes, narrow, table, candidates, found);
        for (var odd = 0; odd < narrow.OddNumbers.Length; odd++) FindForm(narrow.OddNumbers[odd], narrow.OddForm(odd), table, candidates, found);
    }

    private (PrefixBeginnings Beginnings, PrefixTable<PrefixOwner> Table) Table(int least, int most, PhraseRecords records)
    {
        var firsts = _firsts.Where(one => one.Key.Length >= least && one.Key.Length <= most).ToList();
        var beginnings = new PrefixBeginnings(least, firsts.Count);
        foreach (var (first, _) in firsts) beginnings.Add(first.Key);
        return (beginnings, new([.. firsts.Select(one => (beginnings.Hash(one.Key.Key), one.Key.Key, Owner(one.Key.GoesOn, one.Value, records)))]));
    }

    private static PrefixOwner Owner(bool goesOn, ulong value, PhraseRecords records) =>
        goesOn ? PrefixOwner.OfLonger(value) : new(records.Id((int)value), records.IsShared((int)value), GoesOn: false);

    // Block by block, so that the probes stay in the first cache and take as little memory for a book as for a message.
    private void FindNarrow(PrefixBeginnings beginnings, PrefixTable<PrefixOwner> prefixes, NarrowTokens tokens, PhraseTable table, Candidates candidates, HitWriter found)
    {
        var (probes, hashes) = (candidates.Probes, candidates.Hashes);
        var survivors = candidates.Singles.AsSpan(0, beginnings.Scan(tokens, candidates.Singles, hashes));
        for (; !survivors.IsEmpty; survivors = survivors[Math.Min(PrefixProbes.Block, survivors.Length)..])
        {
            prefixes.Probe(tokens, survivors[..Math.Min(PrefixProbes.Block, survivors.Length)], hashes, probes);
            for (var number = 0; number < probes.Count; number++)
            {
                var (place, position) = probes[number];
                var owner = prefixes[place];
                if (!owner.GoesOn) found.WritePrefix(owner.Id, owner.IsShared, position, tokens.Start(position), tokens.End(position));
                else _hashed.Find(owner.Lengths, found.Tokens.Form(position), position, table, candidates);
            }
        }
    }

    private void FindForm(int position, ReadOnlySpan<char> form, PhraseTable table, Candidates candidates, HitWriter found)
    {
        _hashed.FindOthers(form, position, table, candidates);
        var letters = PrefixKey.OfAscii(form);
        foreach (var (beginnings, prefixes) in _tables)
        {
            if (!beginnings.MayContain(letters)) continue;
            prefixes.Probe(letters, beginnings.Hash(letters), candidates.Probes);
            for (var number = 0; number < candidates.Probes.Count; number++)
            {
                var owner = prefixes[candidates.Probes[number].Place];
                if (!owner.GoesOn) found.WritePrefix(owner.Id, owner.IsShared, position, found.Tokens.Start(position), found.Tokens.End(position));
                else _hashed.Find(owner.Lengths, form, position, table, candidates);
            }
        }
    }
}
