using System.Runtime.CompilerServices;
using System.Text;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// Finds the beginnings of tokens that are among the prefixes looked for, however many these are. Those of up to eight ASCII letters are in
/// <see cref="PrefixLetters"/>; any other is found by a hash of its units in the table of phrases, behind a bit filter.
/// </summary>
internal sealed class Prefixes
{
    /// <summary>The longest prefix in UTF-16 units: the lengths are bits of one word.</summary>
    public const int Longest = 63;

    /// <summary>How many tokens are looked at together.</summary>
    public const int Block = 256;

    private const int BitsEach = 16;

    private readonly PrefixLetters _letters;
    private readonly BitFilter _wholes;
    private readonly PrefixScan _scan;

    // Bit n stands for prefixes of n units that are known by their hash.
    private ulong _lengths;

    /// <summary>Makes room for so many, of which those in ASCII have at least so many letters.</summary>
    public Prefixes(int count, int shortestAscii)
    {
        _letters = new PrefixLetters(count);
        _wholes = new BitFilter(count, BitsEach);
        _scan = new PrefixScan(count, shortestAscii);
    }

    /// <summary>Size in bytes.</summary>
    public long Bytes => _letters.Bytes + _wholes.Bytes + _scan.Bytes;

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
        _scan.Add(units);
        if (PrefixKey.Exact(units) is not 0 and var key)
        {
            ref var entry = ref _letters.Find(key);
            if (entry.Key != 0) shared.Add(entry.Id, records.Id(record));
            else (entry.Key, entry.Id) = (key, record);
            return null;
        }

        _lengths |= 1UL << units.Length;
        var hash = PrefixKey.Salt;
        foreach (var unit in units) hash = Append(hash, unit);
        _wholes.Add(hash);
        return hash;
    }

    /// <summary>To be called when every prefix has been added and the ids of the records are the last ones.</summary>
    public void Settle(PhraseRecords records) => _letters.Settle(records);

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
        FindNarrow(narrow, table, candidates, found);
        for (var odd = 0; odd < narrow.OddNumbers.Length; odd++) FindForm(narrow.OddNumbers[odd], narrow.OddForm(odd), table, candidates, found);
    }

    // Block by block, so that the probes stay in the first cache and take as little memory for a book as for a message.
    private void FindNarrow(NarrowTokens tokens, PhraseTable table, Candidates candidates, HitWriter found)
    {
        var survivors = candidates.Singles.AsSpan(0, _scan.Survivors(tokens, candidates.Singles));
        for (; !survivors.IsEmpty; survivors = survivors[Math.Min(Block, survivors.Length)..])
        {
            var probes = candidates.Probes;
            var counts = _scan.Probe(tokens, survivors[..Math.Min(Block, survivors.Length)], probes, candidates.Pairs);
            foreach (ref readonly var probe in probes.AsSpan(0, counts.Probes))
            {
                ref readonly var entry = ref _letters.Find(probe.Key);
                if (entry.Key != 0) found.WritePrefix(entry.Id, entry.IsShared, probe.Position, tokens.Start(probe.Position), tokens.End(probe.Position));
            }

            foreach (var position in candidates.Pairs.AsSpan(0, counts.Longer)) FindLonger(tokens.Text[tokens.Start(position)..tokens.End(position)], position, table, candidates);
        }
    }

    private void FindLonger(ReadOnlySpan<byte> form, int position, PhraseTable table, Candidates candidates)
    {
        var hash = PrefixKey.Salt;
        for (var length = 1; length <= Math.Min(form.Length, Longest) && _lengths >> length != 0; length++)
        {
            hash = Append(hash, form[length - 1]);
            if ((_lengths >> length & 1) != 0) AddIfWhole(hash, position, table, candidates);
        }
    }

    private void FindForm(int position, ReadOnlySpan<char> form, PhraseTable table, Candidates candidates, HitWriter found)
    {
        if (!_scan.MayBegin(form)) return;
        var (key, hash) = (0UL, PrefixKey.Salt);
        var isAscii = true;
        for (var length = 1; length <= Math.Min(form.Length, Longest) && (length <= PrefixKey.Longest || _lengths >> length != 0); length++)
        {
            var unit = form[length - 1];
            hash = Append(hash, unit);
            if ((_lengths >> length & 1) != 0) AddIfWhole(hash, position, table, candidates);
            isAscii &= unit <= '\x7F' && length <= PrefixKey.Longest;
            if (!isAscii) continue;
            key |= (ulong)unit << (8 * (length - 1));
            if (_letters.Find(key) is { Key: not 0 } entry) found.WritePrefix(entry.Id, entry.IsShared, position, found.Tokens.Start(position), found.Tokens.End(position));
        }
    }

    private void AddIfWhole(ulong hash, int position, PhraseTable table, Candidates candidates)
    {
        if (!_wholes.MayContain(hash)) return;
        table.Prefetch(hash);
        candidates.Add(new Candidate(position, position + 1, hash));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Append(ulong hash, uint unit) => PrefixKey.Mix(hash ^ unit);
}
