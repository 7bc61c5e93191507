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
        foreach (var row in Rows(mixed)) Console.WriteLine(row);
    }

    /// <summary>Writes what there is so far, so that an interrupted run leaves its first rows.</summary>
    public void Write(string path) => File.WriteAllText(path, ToString());

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Matching phrases

            Written by `dotnet run -c Release --project tests/NewsWatch.Benchmarks -- matching`. 19,356 English news texts (17.3 MB), phrases of one to four
            words, the full text analysis, one thread, processor time, the first quartile of rounds that take turns with Hyperscan 5.4 (literals, any case,
            whole words): what else runs on the same cores makes a round slower, never faster. Articles differ a little because the two have different
            ideas of a word. {(Vector512.IsHardwareAccelerated ? "With" : "Without")} 512-bit vectors.

            | phrases | articles/s | MB/s | Hyperscan MB/s | ratio | build s | Hyperscan build s | bytes a phrase | hits | articles hit | Hyperscan's |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var comparison in _comparisons) text.AppendLine(Row(comparison));
        if (AddMilliseconds is { } add) text.Append(CultureInfo.InvariantCulture, $"\nAdding one phrase to a million takes {add:F2} ms; readers go on with the index they have.\n");
        text.Append("""

            ## Whole watch sets

            The same phrases as queries, read and compiled: each a watch of its own, and sets of mixed kinds (70 % phrases, 15 % AND or OR, 10 % NEAR/8, 5 %
            wildcards). In one set a wildcard ends its phrase, as in "european central bank*", in the other it is one word, as in sanctio*, no two of
            one beginning: with a hundred thousand watches every other word of a text then is a hit. Shares are of the phrase index above, in turns with it.
            Reading and compiling by the clock, on one thread.

            | watches | set | MB/s | of index | hits | read s | compile s | bytes a watch | add one ms |
            |---:|---|---:|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var row in _mixed.SelectMany(Rows)) text.AppendLine(row);
        text.Append("\n## Two threads\n\n");
        foreach (var threads in _threads) text.Append(CultureInfo.InvariantCulture, $"With {threads.Phrases:N0} phrases two threads match {threads.Ratio:F2} × what one does; plain arithmetic, at that time, {threads.Arithmetic:F2} ×.\n");
        text.Append("\n## Other languages\n\nAnalysed and matched against 1,000 phrases; bytes of UTF-8.\n\n| language | MB/s | of English |\n|---|---:|---:|\n");
        foreach (var one in _languages) text.Append(CultureInfo.InvariantCulture, $"| {one.Language} | {one.MegabytesPerSecond:F0} | {one.Ratio:F2} |\n");
        text.Append("\n## Marks\n\n| what | measured | to reach | |\n|---|---:|---:|---|\n");
        foreach (var mark in Marks) text.Append(CultureInfo.InvariantCulture, $"{mark}\n");
        return text.ToString();
    }

    private static IEnumerable<string> Rows(MixedRun one) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"| {one.Watches:N0} | the index alone | {one.IndexSpeed:F0} | 1 | | | | | |"),
        Row(one.Watches, "phrases", one.Phrases), Row(one.Watches, "mixed", one.Mixed), Row(one.Watches, "mixed, one-word wildcards", one.OneWordEach),
    ];

    private static string Row(int watches, string name, MixedSet set) => string.Create(CultureInfo.InvariantCulture, $"| {watches:N0} | {name} | {set.Speed:F0} | {set.OfIndex:F2} | {set.Figures.Hits:N0} | {set.Figures.ParseSeconds:F3} | {set.Figures.BuildSeconds:F3} | {set.Figures.BytesEach:F0} | {set.Figures.AddMilliseconds:F2} |");

    private static string Row(Comparison one) => string.Create(CultureInfo.InvariantCulture, $"| {one.Phrases:N0} | {one.ArticlesPerSecond:N0} | {one.MegabytesPerSecond:F0} | {one.PeerMegabytesPerSecond:F1} | {one.Ratio:F2} × | {one.BuildSeconds:F3} | {one.PeerBuildSeconds:F2} | {one.BytesEach:F0} | {one.Hits:N0} | {one.Articles:N0} | {one.PeerArticles:N0} |");
}
