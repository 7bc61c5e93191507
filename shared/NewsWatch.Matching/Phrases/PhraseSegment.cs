using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases.RawText;
using NewsWatch.Matching.Phrases.WordBeginnings;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// Phrases that were compiled together: where they are few a filter of their first tokens; one of single tokens, pairs and how longer ones go on, which
/// also tells whole phrases; a table of whole phrases, and the phrases; beside them what finds prefixes, and phrases that end in one. Of a handful of phrases
/// a filter of the raw text says which texts need no analysis. Immutable.
/// </summary>
internal sealed class PhraseSegment
{
    // Of the pairs that begin no phrase one in eight at most gets past the filter. With twice as many bits it would be one in sixteen, but the filter would leave
    // the caches sooner: a million phrases take a fifth more time with 16, ten thousand and a hundred thousand the same (2026-11).
    private const int BitsEach = 8;

    private readonly OpeningFilter? _openings;
    private readonly BitFilter _filter;
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
        var followed = whole + phrases.Endings;
        _openings = followed <= OpeningFilter.MostPhrases ? new OpeningFilter(followed) : null;
        _filter = new BitFilter((2 * followed) + TokensBeyondPairs(_records), BitsEach);
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
        (_openings?.Bytes ?? 0) + _filter.Bytes + _table.Bytes + _records.Bytes + _shared.Bytes + (_prefixes?.Bytes ?? 0) + (_endings?.Bytes ?? 0);

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
            var head = _records.Head(record);
            var id = head.IsShared ? _shared.At(head.Id)[0] : head.Id;
            if (!removed.Contains(id)) phrases.Copy(_records, record, id);
        }
    }

    /// <summary>Adds every phrase at every place to <paramref name="hits"/>, without those removed.</summary>
    public void Find(TokenBuffer tokens, FrozenSet<int> removed, PhraseHits hits)
    {
        var candidates = hits.Candidates;
        var writer = new HitWriter(tokens, _shared, removed, hits);
        Gather(tokens.Hashes, candidates);
        if (_endings is not null || _prefixes is not null) candidates.Letters.Fill(tokens);
        _endings?.Find(tokens, _table, candidates);
        _prefixes?.Find(_table, candidates, writer);

        // Step by step for all of them, so that the memory of each step has been on its way for a while when its turn comes.
        LookUp(candidates.Items);
        Report(candidates.Items, writer);
    }

    private void Gather(ReadOnlySpan<ulong> hashes, Candidates candidates)
    {
        candidates.Reset(hashes.Length);
        if (hashes.IsEmpty) return;
        if (_openings is null) CandidateScan.Run(hashes, _filter, candidates);
        else CandidateScan.Run(hashes, candidates.Positions.AsSpan(0, _openings.Scan(hashes, candidates.Positions)), _filter, candidates);
        FollowScan.Run(hashes, _filter, _endings is not null, candidates);
        foreach (ref readonly var candidate in candidates.Items) _table.Prefetch(candidate.Hash);
    }

    private static int TokensBeyondPairs(PhraseRecords records)
    {
        var longer = 0;
        for (var record = 0; record < records.Length; record = records.After(record)) longer += Math.Max(0, records.Count(record) - 2);
        return longer;
    }

    // Not inlined, as what is inlined into a big method may leave no room for what is called for every candidate.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LookUp(Span<Candidate> candidates)
    {
        foreach (ref var candidate in candidates)
        {
            candidate.Record = _table.Find(candidate.Hash).Record - 1;
            if (candidate.Record >= 0) _records.Prefetch(candidate.Record);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Report(ReadOnlySpan<Candidate> candidates, HitWriter writer)
    {
        foreach (ref readonly var candidate in candidates)
        {
            for (var record = candidate.Record; record >= 0;)
            {
                var head = _records.Head(record);

                // What ends in a prefix is found by its end.
                var first = head.IsPrefix ? candidate.Next - _records.Count(record) : candidate.First;
                if (_records.IsAt(record, head, writer.Tokens, first, candidate.Next)) writer.Write(head.Id, head.IsShared, first, candidate.Next);
                record = head.Next - 1;
            }
        }
    }

    private void Insert(int record)
    {
        var tokens = _records.Tokens(record);
        if (_records.Head(record).IsPrefix)
        {
            InsertPrefix(record, tokens[..^1]);
            return;
        }

        var hash = InsertWords(tokens, out var isOne);
        if (isOne)
        {
            _openings?.Add(hash);
            _filter.Add(hash);
        }

        _filter.AddSecond(hash);
        Enter(record, hash);
    }

    private void InsertPrefix(int record, ReadOnlySpan<byte> tokens)
    {
        var last = tokens.LastIndexOf((byte)0) + 1;
        if (last == 0)
        {
            if (_prefixes!.Add(tokens, record, _shared, _records) is { } whole) Enter(record, whole);
            return;
        }

        var hash = InsertWords(tokens[..last], out var isOne);
        if (!isOne) _filter.AddThird(hash);
        Enter(record, _endings!.Add(hash, tokens[last..]));
    }

    // So that the words are followed in a text, if they are several; returns their hash.
    private ulong InsertWords(ReadOnlySpan<byte> words, out bool isOne)
    {
        var hash = NextHash(ref words);
        isOne = words.IsEmpty;
        if (isOne) return hash;
        var second = NextHash(ref words);
        _openings?.Add(hash, second);
        hash = TokenHash.Append(hash, second);
        _filter.Add(hash);
        while (!words.IsEmpty)
        {
            hash = TokenHash.Append(hash, NextHash(ref words));
            _filter.Add(hash);
        }

        return hash;
    }

    private void Enter(int record, ulong hash)
    {
        ref var entry = ref _table.Find(hash);
        for (var other = entry.Record - 1; other >= 0; other = _records.Head(other).Next - 1)
        {
            if (!_records.AreSame(record, other)) continue;
            _shared.Add(other, _records.Head(record).Id);
            return;
        }

        entry.Tag = PhraseTable.Tag(hash);
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
