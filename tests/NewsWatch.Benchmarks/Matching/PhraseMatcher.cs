using System.Diagnostics;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>Our side of the comparison: an index of one phrase a watch, run over a corpus on one thread.</summary>
internal sealed class PhraseMatcher
{
    private readonly TokenBuffer _tokens = new();
    private readonly PhraseHits _hits = new();
    private readonly PhraseIndex _index;

    public PhraseMatcher(string[] phrases)
    {
        var start = Cpu.Seconds;
        var list = new PhraseList();
        for (var id = 0; id < phrases.Length; id++) list.Add(id, phrases[id]);
        _index = PhraseIndex.Build(list);
        BuildSeconds = Cpu.Seconds - start;
        BytesEach = _index.Bytes / (double)phrases.Length;
    }

    private PhraseMatcher(PhraseIndex index) => _index = index;

    public double BuildSeconds { get; }

    public double BytesEach { get; }

    public long Hits { get; private set; }

    public int Articles { get; private set; }

    /// <summary>Matches every text; returns the seconds of processor time it took.</summary>
    public double Round(string[] texts)
    {
        Hits = 0;
        Articles = 0;
        var start = Cpu.Seconds;
        foreach (var text in texts) Match(text);
        return Cpu.Seconds - start;
    }

    /// <summary>The same index with buffers of its own, for another thread.</summary>
    public PhraseMatcher Twin() => new(_index);

    /// <summary>The milliseconds that adding one phrase takes, the median of several.</summary>
    public double AddMilliseconds()
    {
        var times = new List<double>();
        for (var (round, index) = (0, _index); round < 15; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var added = new PhraseList();
            added.Add(-1 - round, $"one more phrase {round}");
            index = index.With(added);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Statistics.Median(times);
    }

    private void Match(string text)
    {
        if (!_index.MayMatch(text, _tokens)) return;
        _tokens.Fill(text);
        _index.Find(_tokens, _hits);
        Hits += _hits.Items.Length;
        if (_hits.Items.Length > 0) Articles++;
    }
}
