using System.Collections.Frozen;
using System.Runtime.InteropServices;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases.RawText;
using NewsWatch.Matching.Phrases.WordBeginnings;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// Phrases that were compiled together: a filter of their first tokens, one for single tokens and pairs, one of how longer ones go on, one of whole
/// phrases, a table of whole phrases, and the phrases; beside them what finds prefixes, and phrases that end in one. Of a handful of phrases a filter
/// of the raw text says which texts need no analysis. Immutable.
/// </summary>
internal sealed class PhraseSegment
{
    // Of the pairs that begin no phrase one in sixteen at most gets past the filter. More bits would let fewer past, but leave the second-level cache
    // sooner.
    private const int BitsEach = 16;

    private readonly OpeningFilter? _openings;
    private readonly BitFilter _beginnings;
    private readonly BitFilter _wholes;
    private readonly BitFilter _longer;
    private readonly Prefixes? _prefixes;
    private readonly Endings? _endings;
    private readonly PhraseTable _table;
    private readonly PhraseRecords _records;
    private readonly SharedIds _shared = new();
    private readonly RawTextFilter? _rawText;

    private PhraseSegment(PhraseList phrases, bool filtersRawText)
    {
        Count = phrases.Count;
        _records = phrases.Records;
        _records.Trim();
        var whole = Count - phrases.Prefixes - phrases.Endings;
        _openings = whole <= OpeningFilter.MostPhrases ? new OpeningFilter(whole) : null;
        _beginnings = new BitFilter(whole, BitsEach);
        _wholes = new BitFilter(whole, BitsEach);
        _longer = new BitFilter(TokensBeyondPairs(_records), BitsEach);
        _table = new PhraseTable(Count);
        _prefixes = phrases.Prefixes > 0 ? new Prefixes(phrases.Prefixes) : null;
        _endings = phrases.Endings > 0 ? new Endings(phrases.Endings) : null;
        for (var record = 0; record < _records.Length; record = _records.After(record)) Insert(record);
        _shared.Gather(_records);
        _prefixes?.Settle(_records);
        _endings?.Settle();
        _rawText = filtersRawText ? RawTextFilter.Build(_records, Count) : null;
    }

    /// <summary>How many phrases it holds.</summary>
    public int Count { get; }

    /// <summary>Size in bytes.</summary>
    public long Bytes =>
        (_openings?.Bytes ?? 0) + _beginnings.Bytes + _wholes.Bytes + _longer.Bytes + _table.Bytes + _records.Bytes + _shared.Bytes + (_prefixes?.Bytes ?? 0) + (_endings?.Bytes ?? 0);

    /// <summary>Whether a phrase may stand in a text that has not been analysed; false only where none does.</summary>
    public bool MayMatch(ReadOnlySpan<char> text, TokenBuffer tokens) =>
        _rawText is null || _rawText.MayMatch(tokens.NarrowForm(text), text.Length);

    /// <summary>Compiles phrases; the list must not be used after that.</summary>
    /// <param name="phrases">The phrases.</param>
    /// <param name="filtersRawText">Whether <see cref="MayMatch"/> will be asked.</param>
    public static PhraseSegment Build(PhraseList phrases, bool filtersRawText) => new(phrases, filtersRawText);

    /// <summary>Copies the phrases whose ids are not removed.</summary>
    public void CopyTo(PhraseList phrases, FrozenSet<int> removed)
    {
        for (var record = 0; record < _records.Length; record = _records.After(record))
        {
            // A shared record's own id is the first; the others still have their own.
            var id = _records.IsShared(record) ? _shared.At(_records.Id(record))[0] : _records.Id(record);
            if (!removed.Contains(id)) phrases.Copy(_records, record, id);
        }
    }

    /// <summary>Adds every phrase at every place to <paramref name="hits"/>, without those removed.</summary>
    public void Find(TokenBuffer tokens, FrozenSet<int> removed, PhraseHits hits)
    {
        var candidates = hits.Candidates;
        var writer = new HitWriter(tokens, _shared, removed, hits);
        Gather(tokens.Hashes, candidates);
        _endings?.Find(tokens, _table, candidates);
        _prefixes?.Find(_table, candidates, writer);

        // Three passes, so that the memory of each step has been on its way for a while when its turn comes.
        foreach (ref var candidate in candidates.Items)
        {
            candidate.Record = _table.Find(candidate.Hash).Record - 1;
            if (candidate.Record >= 0) _records.Prefetch(candidate.Record);
        }

        foreach (ref readonly var candidate in candidates.Items)
        {
            for (var record = candidate.Record; record >= 0; record = _records.Next(record) - 1) Report(record, candidate, writer);
        }
    }

    private void Gather(ReadOnlySpan<ulong> hashes, Candidates candidates)
    {
        candidates.Reset(hashes.Length);
        if (_openings is not null)
        {
            foreach (var first in candidates.Singles.AsSpan(0, _openings.Scan(hashes, candidates.Singles))) Begin(hashes, first, candidates);
            return;
        }

        var (singles, pairs) = CandidateScan.Run(hashes, _beginnings, candidates.Singles, candidates.Pairs);
        foreach (var first in candidates.Singles.AsSpan(0, singles)) AddIfWhole(new Candidate(first, first + 1, hashes[first]), candidates);
        foreach (var first in candidates.Pairs.AsSpan(0, pairs))
        {
            if (first >= 0) Extend(hashes, new Candidate(first, first + 2, TokenHash.Append(hashes[first], hashes[first + 1])), candidates);
        }
    }

    private void Begin(ReadOnlySpan<ulong> hashes, int first, Candidates candidates)
    {
        var hash = hashes[first];
        if (_beginnings.MayContain(hash)) AddIfWhole(new Candidate(first, first + 1, hash), candidates);
        if (first + 1 == hashes.Length) return;
        var pair = TokenHash.Append(hash, hashes[first + 1]);
        if (_beginnings.MayContain(pair)) Extend(hashes, new Candidate(first, first + 2, pair), candidates);
    }

    // A beginning is followed only as far as some phrase goes on like the text.
    private void Extend(ReadOnlySpan<ulong> hashes, Candidate candidate, Candidates candidates)
    {
        while (true)
        {
            AddIfWhole(candidate, candidates);
            if (candidate.Next == hashes.Length) return;
            candidate = new Candidate(candidate.First, candidate.Next + 1, TokenHash.Append(candidate.Hash, hashes[candidate.Next]));
            if (!_longer.MayContain(candidate.Hash)) return;
        }
    }

    private void AddIfWhole(Candidate candidate, Candidates candidates)
    {
        if (!_wholes.MayContain(candidate.Hash)) return;
        _table.Prefetch(candidate.Hash);
        candidates.Add(candidate);
    }

    private static int TokensBeyondPairs(PhraseRecords records)
    {
        var longer = 0;
        for (var record = 0; record < records.Length; record = records.After(record)) longer += records.IsPrefix(record) ? 0 : Math.Max(0, records.Count(record) - 2);
        return longer;
    }

    private void Report(int record, Candidate candidate, HitWriter writer)
    {
        // What ends in a prefix is found by its end.
        var first = _records.IsPrefix(record) ? candidate.Next - _records.Count(record) : candidate.First;
        if (_records.IsAt(record, writer.Tokens, first, candidate.Next)) writer.Write(_records.Id(record), _records.IsShared(record), first, candidate.Next);
    }

    private void Insert(int record)
    {
        var rest = _records.Tokens(record);
        if (_records.IsPrefix(record))
        {
            InsertPrefix(record, rest[..^1]);
            return;
        }

        var hash = NextHash(ref rest);
        if (rest.IsEmpty)
        {
            _openings?.Add(hash);
        }
        else
        {
            var second = NextHash(ref rest);
            _openings?.Add(hash, second);
            hash = TokenHash.Append(hash, second);
        }

        _beginnings.Add(hash);
        while (!rest.IsEmpty)
        {
            hash = TokenHash.Append(hash, NextHash(ref rest));
            _longer.Add(hash);
        }

        _wholes.Add(hash);
        Enter(record, hash);
    }

    private void InsertPrefix(int record, ReadOnlySpan<byte> tokens)
    {
        var last = tokens.LastIndexOf((byte)0) + 1;
        if (last == 0)
        {
            if (_prefixes!.Add(tokens, record, _shared, _records) is { } hash) Enter(record, hash);
            return;
        }

        var words = new List<ulong>();
        for (var rest = tokens[..last]; !rest.IsEmpty;) words.Add(NextHash(ref rest));
        Enter(record, _endings!.Add(CollectionsMarshal.AsSpan(words), tokens[last..]));
    }

    private void Enter(int record, ulong hash)
    {
        ref var entry = ref _table.Find(hash);
        for (var other = entry.Record - 1; other >= 0; other = _records.Next(other) - 1)
        {
            if (!_records.AreSame(record, other)) continue;
            _shared.Add(other, _records.Id(record));
            return;
        }

        entry.Hash = hash;
        _records.SetNext(record, entry.Record);
        entry.Record = record + 1;
    }

    private static ulong NextHash(ref ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOf((byte)0);
        var hash = TokenHash.OfUtf8(rest[..length]);
        rest = rest[(length + 1)..];
        return hash;
    }
}
