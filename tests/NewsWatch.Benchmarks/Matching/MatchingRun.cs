using System.Globalization;
using NewsWatch.Benchmarks.Matching.Mixed;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>
/// Matches the whole corpus against 10 to 1,000,000 phrases, beside Hyperscan, and against whole watch sets; other languages; two threads. Writes
/// <c>results/matching.md</c>. Options: the numbers of phrases to run, all when none is given; the last takes some minutes and 3 GB.
/// </summary>
internal static class MatchingRun
{
    private static readonly int[] All = [10, 1_000, 10_000, 100_000, 1_000_000];

    public static int Run(string[] arguments)
    {
        int[] sizes = arguments.Length == 0 ? All : [.. arguments.Select(argument => int.Parse(argument, CultureInfo.InvariantCulture))];
        var folder = Directory.CreateTempSubdirectory("newswatch-matching-").FullName;
        try
        {
            var report = new Report();
            var texts = BenchData.News();
            var program = HyperscanPeer.Compile(folder);
            var corpus = Write(folder, "news", texts);
            report.Add(LanguageRun.All(texts));
            if (sizes.Contains(1_000_000)) report.AddMilliseconds = new PhraseMatcher(BenchData.Phrases(1_000_000)).AddMilliseconds();
            report.Add(ThreadsRun.Run(1_000, texts));
            report.Add(ThreadsRun.Run(100_000, texts));
            foreach (var size in sizes)
            {
                report.Add(MixedRun.Run(size, texts, RoundsOf(size)));
                report.Add(Compare(size, texts, program, corpus, folder));
                report.Write(Path.Combine(BenchData.Root, "tests/NewsWatch.Benchmarks/results/matching.md"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static Comparison Compare(int size, string[] texts, string? program, string corpus, string folder)
    {
        var phrases = Write(folder, $"p{size}", BenchData.Phrases(size));
        using var peer = program is null ? null : HyperscanPeer.Start(program, corpus, phrases);
        return Comparison.Run(size, texts, peer, RoundsOf(size));
    }

    private static int RoundsOf(int size) => size < 100_000 ? 21 : 7;

    private static string Write(string folder, string name, string[] lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
