using NewsWatch.Matching;

namespace NewsWatch.Benchmarks.Matching.Mixed;

/// <summary>Whole watch sets, of phrases only and of mixed kinds, beside the bare phrase index; speeds in MB/s.</summary>
internal sealed record MixedRun(int Watches, double IndexSpeed, double PhrasesSpeed, double MixedSpeed, WatchFigures Phrases, WatchFigures Mixed)
{
    /// <summary>The median of the rounds' ratios to the index.</summary>
    public double MixedOfIndex { get; private init; }

    /// <summary>Runs the three in turn, round by round, and takes medians.</summary>
    public static MixedRun Run(int watches, string[] texts, int rounds)
    {
        var documents = Array.ConvertAll(texts, text => new Document { Body = text });
        var megabytes = texts.Sum(text => (double)text.Length) / 1e6;
        var list = BenchData.Phrases(watches);
        var index = new PhraseMatcher(list);
        var phrases = new WatchMatcher(MixedQueries.Phrases(list));
        var mixed = new WatchMatcher(MixedQueries.Mixed(list));
        Func<double>[] sides = [() => index.Round(texts), () => phrases.Round(documents), () => mixed.Round(documents)];
        foreach (var side in sides) WarmUp.Run(side);
        var times = Array.ConvertAll(sides, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            for (var side = 0; side < sides.Length; side++) times[side].Add(sides[side]());
        }

        return new MixedRun(watches, Speed(0), Speed(1), Speed(2), phrases.Figures(), mixed.Figures())
        {
            MixedOfIndex = Statistics.Median(times[0].Zip(times[2], (alone, whole) => alone / whole)),
        };

        double Speed(int side) => megabytes / Statistics.Median(times[side]);
    }
}
