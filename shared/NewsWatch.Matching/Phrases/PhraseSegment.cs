using System.Collections.Frozen;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// Phrases that were compiled together: a filter of how phrases begin, a filter of how longer ones go on, a table of every beginning, and the
/// phrases. Immutable.
/// </summary>
internal sealed class PhraseSegment
{
    // Of the pairs that begin no phrase, one in thirty-two at most gets past the filter; measured best among 8, 16, 32 and 64.
    private const int BitsEach = 32;

    private readonly BitFilter _beginnings;
    private readonly BitFilter _longer;
    private readonly PhraseTable _table;
    private readonly PhraseRecords _records;

    private PhraseSegment(PhraseList phrases)
    {
        Count = phrases.Count;
        _records = phrases.Records;
        _records.Trim();
        var (entries, longer) = Sizes(_records);
        _beginnings = new BitFilter(Count, BitsEach);
        _longer = new BitFilter(longer, BitsEach / 2);
        _table = new PhraseTable(entries);
        for (var record = 0; record < _records.Length; record = _records.After(record)) Insert(record);
    }

    /// <summary>How many phrases it holds.</summary>
    public int Count { get; }

    /// <summary>Size in bytes.</summary>
    public long Bytes => _beginnings.Bytes + _longer.Bytes + _table.Bytes + _records.Bytes;

    /// <summary>Compiles phrases; the list must not be used after that.</summary>
    public static PhraseSegment Build(PhraseList phrases) => new(phrases);

    /// <summary>Copies the phrases whose ids are not removed.</summary>
    public void CopyTo(PhraseList phrases, FrozenSet<int> removed)
    {
        for (var record = 0; record < _records.Length; record = _records.After(record))
        {
            if (!removed.Contains(_records.Id(record))) phrases.Copy(_records, record);
        }
    }

    /// <summary>Adds every phrase at every place to <paramref name="hits"/>, without those removed.</summary>
    public void Find(TokenBuffer tokens, FrozenSet<int> removed, PhraseHits hits)
    {
        var candidates = hits.Candidates;
        var hashes = tokens.Hashes;
        candidates.Reset(hashes.Length);
        var (singles, pairs) = CandidateScan.Run(hashes, _beginnings, candidates.Singles, candidates.Pairs);
        for (var index = 0; index < singles; index++)
        {
            var first = candidates.Singles[index];
            Add(candidates, new Candidate(first, first + 1, hashes[first]));
        }

        for (var index = 0; index < pairs; index++)
        {
            var first = candidates.Pairs[index];
            if (first >= 0) Add(candidates, new Candidate(first, first + 2, TokenHash.Append(hashes[first], hashes[first + 1])));
        }

        // Longer beginnings join the end of the queue, so that an entry's memory has been on its way for a while when its turn comes.
        for (var index = 0; index < candidates.Count; index++) LookUp(candidates[index], tokens, removed, hits);
    }

    private static (int Entries, int Longer) Sizes(PhraseRecords records)
    {
        var entries = 0;
        var longer = 0;
        for (var record = 0; record < records.Length; record = records.After(record))
        {
            var tokens = records.Tokens(record).Count((byte)0);
            entries += Math.Max(1, tokens - 1);
            longer += Math.Max(0, tokens - 2);
        }

        return (entries, longer);
    }

    private void LookUp(Candidate candidate, TokenBuffer tokens, FrozenSet<int> removed, PhraseHits hits)
    {
        ref readonly var entry = ref _table.Find(candidate.Hash);
        if (entry.Continues && candidate.Next < tokens.Count && candidate.Next > candidate.First + 1)
        {
            var longer = TokenHash.Append(candidate.Hash, tokens.Hashes[candidate.Next]);
            if (_longer.MayContain(longer)) Add(hits.Candidates, new Candidate(candidate.First, candidate.Next + 1, longer));
        }

        for (var record = entry.Record - 1; record >= 0; record = _records.Next(record) - 1) Report(record, candidate, tokens, removed, hits);
    }

    private void Report(int record, Candidate candidate, TokenBuffer tokens, FrozenSet<int> removed, PhraseHits hits)
    {
        if (!_records.IsAt(record, tokens, candidate.First, candidate.Next)) return;
        var id = _records.Id(record);
        if (removed.Count > 0 && removed.Contains(id)) return;
        hits.Add(new PhraseHit(id, candidate.First, candidate.Next - candidate.First, tokens.Starts[candidate.First], tokens.Ends[candidate.Next - 1]));
    }

    private void Add(Candidates candidates, Candidate candidate)
    {
        _table.Prefetch(candidate.Hash);
        candidates.Add(candidate);
    }

    private void Insert(int record)
    {
        var rest = _records.Tokens(record);
        var hash = NextHash(ref rest);
        if (!rest.IsEmpty) hash = TokenHash.Append(hash, NextHash(ref rest));
        _beginnings.Add(hash);
        while (!rest.IsEmpty)
        {
            Entry(hash).Continues = true;
            hash = TokenHash.Append(hash, NextHash(ref rest));
            _longer.Add(hash);
        }

        ref var entry = ref Entry(hash);
        _records.SetNext(record, entry.Record);
        entry.Record = record + 1;
    }

    private ref PhraseTable.Entry Entry(ulong hash)
    {
        ref var entry = ref _table.Find(hash);
        entry.Hash = hash;
        return ref entry;
    }

    private static ulong NextHash(ref ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOf((byte)0);
        var hash = TokenHash.OfUtf8(rest[..length]);
        rest = rest[(length + 1)..];
        return hash;
    }
}
