namespace NewsWatch.Benchmarks.Matching;

/// <summary>Processor time rather than the clock's, so that what else runs on the machine counts less.</summary>
internal static class Cpu
{
    public static double Seconds => Environment.CpuUsage.TotalTime.TotalSeconds;
}
