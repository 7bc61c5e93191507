using System.Diagnostics;
using NewsWatch.Matching;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches;

namespace NewsWatch.Benchmarks.Matching.Mixed;

/// <summary>A whole watch set, from the text of its queries on, run over a corpus on one thread.</summary>
internal sealed class WatchMatcher
{
    private readonly WatchSet _set;
    private readonly int _count;
    private readonly double _parseSeconds;
    private readonly double _buildSeconds;
    private readonly double _bytesEach;
    private long _hits;

    /// <param name="queries">One a watch.</param>
    public WatchMatcher(IEnumerable<string> queries)
    {
        var texts = queries.ToList();
        var ids = texts.Select((_, number) => $"w{number}").ToList();
        // What this thread matched last it holds on to until it matches something else.
        WatchSet.Empty.Match(new Document(), 0, static (_, _, _) => { });
        var before = HeldMemory.Bytes();
        var start = Stopwatch.GetTimestamp();
        var parsed = texts.ConvertAll(WatchQuery.Parse);
        _parseSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        _set = WatchSet.Build(parsed.Select((query, number) => KeyValuePair.Create(ids[number], query)));
        _buildSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        _count = texts.Count;
        parsed.Clear();
        parsed.TrimExcess();
        _bytesEach = (HeldMemory.Bytes() - before) / (double)texts.Count;
    }

    /// <summary>What it took, and what the last round found.</summary>
    public WatchFigures Figures() => new(_parseSeconds, _buildSeconds, _bytesEach, _hits, AddMilliseconds());

    /// <summary>Matches every text; returns the seconds of processor time it took.</summary>
    public double Round(Document[] documents)
    {
        _hits = 0;
        var start = Cpu.Seconds;
        foreach (var document in documents) _set.Match(document, this, static (_, spans, matcher) => matcher._hits += spans.Length);
        return Cpu.Seconds - start;
    }

    // The median of several.
    private double AddMilliseconds()
    {
        var times = new List<double>();
        for (var (round, set) = (0, _set); round < 15; round++)
        {
            var start = Stopwatch.GetTimestamp();
            set = set.With([KeyValuePair.Create($"w{_count + round}", WatchQuery.Parse($"\"one more phrase {round}\" AND other"))]);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Statistics.Median(times);
    }
}
