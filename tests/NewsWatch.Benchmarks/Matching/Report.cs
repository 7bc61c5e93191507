using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text;
using NewsWatch.Benchmarks.Matching.Mixed;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>The table of a run.</summary>
internal sealed class Report
{
    private readonly List<Comparison> _comparisons = [];
    private readonly List<LanguageRun> _languages = [];
    private readonly List<ThreadsRun> _threads = [];
    private readonly List<MixedRun> _mixed = [];

    /// <summary>What adding one phrase to a million takes, where it was measured.</summary>
    public double? AddMilliseconds { get; set; }

    /// <summary>What was measured of what is to be reached.</summary>
    public IEnumerable<Mark> Marks =>
    [
        .. _comparisons.SelectMany(Mark.Of), .. _mixed.SelectMany(Mark.Of), .. _languages.Skip(1).Select(Mark.Of), .. _threads.Select(Mark.Of),
        .. AddMilliseconds is { } add ? [Mark.OfAdding(add)] : Array.Empty<Mark>(),
    ];

    public void Add(Comparison comparison)
    {
        _comparisons.Add(comparison);
        Console.WriteLine(Row(comparison));
    }

    /// <summary>English first.</summary>
    public void Add(IEnumerable<LanguageRun> languages) => _languages.AddRange(languages);

    public void Add(ThreadsRun threads) => _threads.Add(threads);

    public void Add(MixedRun mixed)
    {
        _mixed.Add(mixed);
        Console.WriteLine(Row(mixed));
    }

    /// <summary>Writes what there is so far, so that an interrupted run leaves its first rows.</summary>
    public void Write(string path) => File.WriteAllText(path, ToString());

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Matching phrases

            Written by `dotnet run -c Release --project tests/NewsWatch.Benchmarks -- matching`. 19,356 English news texts (17.3 MB), phrases of one to four
            words, the full text analysis, one thread, processor time, medians of rounds that take turns with Hyperscan 5.4 (literals, any case, whole
            words). Articles differ a little because the two have different ideas of a word. {(Vector512.IsHardwareAccelerated ? "With" : "Without")} 512-bit vectors.

            | phrases | articles/s | MB/s | Hyperscan MB/s | ratio | build s | Hyperscan build s | bytes a phrase | hits | articles hit | Hyperscan's |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var comparison in _comparisons) text.AppendLine(Row(comparison));
        if (AddMilliseconds is { } add) text.Append(CultureInfo.InvariantCulture, $"\nAdding one phrase to a million takes {add:F2} ms; readers go on with the index they have.\n");
        text.Append("""

            ## Whole watch sets

            The same phrases as queries, read and compiled: each a watch of its own, and a set of mixed kinds (70 % phrases, 15 % AND or OR, 10 % NEAR/8, 5 %
            wildcards, no two of one beginning). Shares are of the phrase index above, in turns with it. Reading and compiling by the clock, on one thread.

            | watches | index MB/s | phrases MB/s | mixed MB/s | mixed of index | mixed of phrases | read s | compile s | bytes a watch | read s, mixed | compile s, mixed | bytes a watch, mixed | hits, mixed | add one ms |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var mixed in _mixed) text.AppendLine(Row(mixed));
        text.Append("\n## Two threads\n\n");
        foreach (var threads in _threads) text.Append(CultureInfo.InvariantCulture, $"With {threads.Phrases:N0} phrases two threads match {threads.Ratio:F2} × what one does; plain multiplications, at that time, {threads.Arithmetic:F2} ×.\n");
        text.Append("\n## Other languages\n\nAnalysed and matched against 1,000 phrases; bytes of UTF-8.\n\n| language | MB/s | of English |\n|---|---:|---:|\n");
        foreach (var one in _languages) text.Append(CultureInfo.InvariantCulture, $"| {one.Language} | {one.MegabytesPerSecond:F0} | {one.Ratio:F2} |\n");
        text.Append("\n## Marks\n\n| what | measured | to reach | |\n|---|---:|---:|---|\n");
        foreach (var mark in Marks) text.Append(CultureInfo.InvariantCulture, $"{mark}\n");
        return text.ToString();
    }

    private static string Row(MixedRun one) => string.Create(CultureInfo.InvariantCulture, $"| {one.Watches:N0} | {one.IndexSpeed:F0} | {one.PhrasesSpeed:F0} | {one.MixedSpeed:F0} | {one.MixedOfIndex:F2} | {one.MixedSpeed / one.PhrasesSpeed:F2} | {one.Phrases.ParseSeconds:F3} | {one.Phrases.BuildSeconds:F3} | {one.Phrases.BytesEach:F0} | {one.Mixed.ParseSeconds:F3} | {one.Mixed.BuildSeconds:F3} | {one.Mixed.BytesEach:F0} | {one.Mixed.Hits:N0} | {one.Mixed.AddMilliseconds:F2} |");

    private static string Row(Comparison one) => string.Create(CultureInfo.InvariantCulture, $"| {one.Phrases:N0} | {one.ArticlesPerSecond:N0} | {one.MegabytesPerSecond:F0} | {one.PeerMegabytesPerSecond:F1} | {one.Ratio:F2} × | {one.BuildSeconds:F3} | {one.PeerBuildSeconds:F2} | {one.BytesEach:F0} | {one.Hits:N0} | {one.Articles:N0} | {one.PeerArticles:N0} |");
}
