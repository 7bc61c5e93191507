using BenchmarkDotNet.Running;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>Runs the BenchmarkDotNet classes; takes its options, such as <c>--filter *Analysis*</c>.</summary>
internal static class MicroBenchmarks
{
    public static int Run(string[] arguments)
    {
        BenchmarkSwitcher.FromAssembly(typeof(MicroBenchmarks).Assembly).Run(arguments);
        return 0;
    }
}
