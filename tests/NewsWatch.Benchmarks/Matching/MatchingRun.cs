using System.Globalization;
using NewsWatch.Benchmarks.Matching.Mixed;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>
/// Matches the whole corpus against 10 to 1,000,000 phrases, beside Hyperscan, and against whole watch sets; other languages; two threads. Writes
/// <c>results/matching.md</c> and prints the marks. Options: the numbers of phrases to run, all when none is given, of which the last takes some minutes
/// and 3 GB; <c>--to FILE</c> writes elsewhere.
/// </summary>
internal static class MatchingRun
{
    private static readonly int[] All = [10, 1_000, 10_000, 100_000, 1_000_000];

    public static int Run(string[] arguments)
    {
        var (given, target) = Read(arguments);
        var sizes = given.Length == 0 ? All : given;
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
                report.Write(target);
            }

            foreach (var mark in report.Marks) Console.WriteLine(mark);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static (int[] Sizes, string Target) Read(string[] arguments)
    {
        var to = Array.IndexOf(arguments, "--to");
        if (to >= 0 && to == arguments.Length - 1) throw new ArgumentException("--to needs a file after it.");
        var target = to < 0 ? Path.Combine(BenchData.Root, "tests/NewsWatch.Benchmarks/results/matching.md") : arguments[to + 1];
        var sizes = arguments.Where((_, index) => to < 0 || (index != to && index != to + 1));
        return ([.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))], target);
    }

    private static Comparison Compare(int size, string[] texts, string? program, string corpus, string folder)
    {
        var phrases = Write(folder, $"p{size}", BenchData.Phrases(size));
        using var peer = program is null ? null : HyperscanPeer.Start(program, corpus, phrases);
        return Comparison.Run(size, texts, peer, RoundsOf(size));
    }

    private static int RoundsOf(int size) => size switch { < 100_000 => 61, < 1_000_000 => 21, _ => 9 };

    private static string Write(string folder, string name, string[] lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
