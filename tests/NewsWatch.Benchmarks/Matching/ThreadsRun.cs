using System.Diagnostics;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>How much more two threads match than one, by the clock: an index is shared, buffers are not.</summary>
internal sealed record ThreadsRun(int Phrases, double Ratio)
{
    private const int Rounds = 7;

    /// <summary>Runs one thread and two in turn and takes the median of the ratios.</summary>
    public static ThreadsRun Run(int phrases, string[] texts)
    {
        var first = new PhraseMatcher(BenchData.Phrases(phrases));
        var second = first.Twin();
        WarmUp.Run(() => first.Round(texts));
        var ratios = Enumerable.Range(0, Rounds).Select(_ => 2 * Time(() => first.Round(texts)) / Time(() => Together(first, second, texts)));
        return new ThreadsRun(phrases, Statistics.Median(ratios.ToList()));
    }

    private static void Together(PhraseMatcher first, PhraseMatcher second, string[] texts)
    {
        var other = new Thread(() => second.Round(texts));
        other.Start();
        first.Round(texts);
        other.Join();
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
