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

    /// <summary>Runs one thread and two in turn.</summary>
    public static ThreadsRun Run(int phrases, string[] texts)
    {
        var first = new PhraseMatcher(BenchData.Phrases(phrases));
        var second = first.Twin();
        WarmUp.Run(() => first.Round(texts));
        var (alone, together, reckonedAlone, reckonedTogether) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            alone.Add(Time(() => first.Round(texts)));
            together.Add(Time(() => Together(() => first.Round(texts), () => second.Round(texts))));
            reckonedAlone.Add(Time(() => Reckon()));
            reckonedTogether.Add(Time(() => Together(() => Reckon(), () => Reckon())));
        }

        return new ThreadsRun(phrases, Gain(alone, together), Gain(reckonedAlone, reckonedTogether));
    }

    private static double Gain(List<double> alone, List<double> together) => 2 * Statistics.Undisturbed(alone) / Statistics.Undisturbed(together);

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
