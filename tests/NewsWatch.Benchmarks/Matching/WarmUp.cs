using System.Diagnostics;

namespace NewsWatch.Benchmarks.Matching;

internal static class WarmUp
{
    /// <summary>Runs until the compiler has had time to see what is hot, on a busy machine too.</summary>
    public static void Run(Func<double> round)
    {
        var start = Stopwatch.GetTimestamp();
        for (var count = 0; count < 3 || Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(4); count++) round();
    }
}
