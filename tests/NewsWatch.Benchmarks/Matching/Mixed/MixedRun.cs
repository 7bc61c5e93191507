using NewsWatch.Matching;

namespace NewsWatch.Benchmarks.Matching.Mixed;

/// <summary>Whole watch sets, of phrases only and of mixed kinds, beside the bare phrase index.</summary>
internal sealed record MixedRun(int Watches, double IndexSpeed, MixedSet Phrases, MixedSet Mixed, MixedSet OneWordEach)
{
    /// <summary>Runs the four in turn, round by round, and compares them.</summary>
    public static MixedRun Run(int watches, string[] texts, int rounds)
    {
        var documents = Array.ConvertAll(texts, text => new Document { Body = text });
        var megabytes = texts.Sum(text => (double)text.Length) / 1e6;
        var list = BenchData.Phrases(watches);
        var index = new PhraseMatcher(list);
        WatchMatcher[] sets = [new(MixedQueries.Phrases(list)), new(MixedQueries.Mixed(list)), new(MixedQueries.MixedWithOneWordEach(list))];
        Func<double>[] sides = [() => index.Round(texts), .. sets.Select(Func<double> (set) => () => set.Round(documents))];
        foreach (var side in sides) WarmUp.Run(side);
        var times = Array.ConvertAll(sides, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            for (var side = 0; side < sides.Length; side++) times[side].Add(sides[side]());
        }

        return new MixedRun(watches, Speed(times[0]), Set(0), Set(1), Set(2));

        double Speed(List<double> side) => megabytes / Statistics.Undisturbed(side);

        MixedSet Set(int number) => new(
            Speed(times[number + 1]), Speed(times[number + 1]) / Speed(times[0]), sets[number].Figures());
    }
}
