using System.Diagnostics;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>How much more two threads match than one, by the clock: an index is shared, buffers are not.</summary>
/// <param name="Phrases">How many the index holds.</param>
/// <param name="Ratio">What two threads match beside one.</param>
/// <param name="Arithmetic">What they reckon beside one, without touching memory: what the machine has to give at that time.</param>
internal sealed record ThreadsRun(int Phrases, double Ratio, double Arithmetic)
{
    private const int Rounds = 41;
    private const int Steps = 6_000_000;

    /// <summary>Runs one thread and two in turn and takes the median of the ratios.</summary>
    public static ThreadsRun Run(int phrases, string[] texts)
    {
        var first = new PhraseMatcher(BenchData.Phrases(phrases));
        // Each with buffers that its own thread made, as everywhere in NewsWatch: those that one thread made for both lie side by side and may share cache lines.
        var second = first;
        Together(() => first.Round(texts), () => (second = first.Twin()).Round(texts));
        WarmUp.Run(() => first.Round(texts));
        var (matched, reckoned) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            matched.Add(2 * Time(() => first.Round(texts)) / Time(() => Together(() => first.Round(texts), () => second.Round(texts))));
            reckoned.Add(2 * Time(() => Reckon()) / Time(() => Together(() => Reckon(), () => Reckon())));
        }

        return new ThreadsRun(phrases, Statistics.Median(matched), Statistics.Median(reckoned));
    }

    // Four chains side by side that each go a step a cycle: a core that another virtual machine uses at the same time, as the other half of a
    // pair of hardware threads, is slower at this as it is at matching. One chain alone would leave that other half enough and notice nothing.
    private static ulong Reckon()
    {
        var (a, b, c, d) = (1UL, 2UL, 3UL, 4UL);
        for (var step = 0; step < Steps; step++)
        {
            a ^= a << 13;
            b ^= b << 13;
            c ^= c << 13;
            d ^= d << 13;
            a += a >> 7;
            b += b >> 7;
            c += c >> 7;
            d += d >> 7;
        }

        return a ^ b ^ c ^ d;
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
