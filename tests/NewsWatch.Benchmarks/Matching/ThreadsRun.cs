using System.Diagnostics;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>How much more two threads match than one, by the clock: an index is shared, buffers are not.</summary>
/// <param name="Phrases">How many the index holds.</param>
/// <param name="Ratio">What two threads match beside one.</param>
/// <param name="Arithmetic">What they reckon beside one, without touching memory: what the machine has to give at that time.</param>
internal sealed record ThreadsRun(int Phrases, double Ratio, double Arithmetic)
{
    private const int Rounds = 7;
    private const int Steps = 30_000_000;

    /// <summary>Runs one thread and two in turn and takes the median of the ratios.</summary>
    public static ThreadsRun Run(int phrases, string[] texts)
    {
        var first = new PhraseMatcher(BenchData.Phrases(phrases));
        var second = first.Twin();
        WarmUp.Run(() => first.Round(texts));
        var (matched, reckoned) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            matched.Add(2 * Time(() => first.Round(texts)) / Time(() => Together(() => first.Round(texts), () => second.Round(texts))));
            reckoned.Add(2 * Time(() => Reckon()) / Time(() => Together(() => Reckon(), () => Reckon())));
        }

        return new ThreadsRun(phrases, Statistics.Median(matched), Statistics.Median(reckoned));
    }

    // A chain of multiplications, each in need of the one before.
    private static long Reckon()
    {
        var value = 1L;
        for (var step = 0; step < Steps; step++) value = (value * 6_364_136_223_846_793_005) + step;
        return value;
    }

    private static void Together(Action one, Action another)
    {
        var other = new Thread(() => another());
        other.Start();
        one();
        other.Join();
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
