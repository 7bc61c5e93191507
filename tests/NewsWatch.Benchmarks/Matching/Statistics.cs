namespace NewsWatch.Benchmarks.Matching;

internal static class Statistics
{
    /// <summary>
    /// The first quartile of what rounds took. Another virtual machine on the same core makes a round slower by half, for a moment or for minutes, and never
    /// faster: so this is what they take where nothing else runs, on both sides of a comparison.
    /// </summary>
    public static double Undisturbed(IEnumerable<double> seconds)
    {
        var ordered = seconds.Order().ToList();
        return ordered[ordered.Count / 4];
    }

    public static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
