using System.Diagnostics;
using System.Globalization;
using NewsWatch.Benchmarks.Ingestion.Marks;
using NewsWatch.Benchmarks.Matching;
using NewsWatch.Formats.Feeds;
using NewsWatch.Formats.Pages;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Charsets;
using NewsWatch.Formats.Text.Dates;
using NewsWatch.Formats.Text.Languages;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Benchmarks.Ingestion;

/// <summary>How fast the readers are on one core, and what the language models take of the memory.</summary>
internal static class Speeds
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(3);

    /// <summary>What the language models hold once all are loaded, in MiB: to be asked before anything has told a language. 0 where there are no sentences to load them with.</summary>
    public static double ModelMemory()
    {
        if (!DataFolder.Has("lang-lingua")) return 0;
        var before = HeldMemory.Bytes();
        foreach (var sentence in Sentences()) LanguageDetection.Of(sentence);
        return (HeldMemory.Bytes() - before) / 1048576.0;
    }

    /// <summary>The rows of the table; data sets that are absent have none.</summary>
    public static IEnumerable<string> Rows(double modelMemory)
    {
        if (DataFolder.Has("lang-lingua")) yield return Row("languages told, single sentences", [.. Sentences()], t => t.Length, t => LanguageDetection.Of(t), string.Create(CultureInfo.InvariantCulture, $"{modelMemory:N0} MiB for the models"));
        if (DataFolder.Has("corpus-rss2026")) yield return Row("languages told, feed items", Articles(), t => t.Length, t => LanguageDetection.Of(t));
        if (DataFolder.Has("bench-phrases")) yield return Row("languages told, whole articles", BenchData.News().Take(5_000).ToList(), t => t.Length, t => LanguageDetection.Of(t));
        if (DataFolder.Has("feeds-feedparser")) yield return Row<string>("dates read", [.. DataFolder.Lines("feeds-feedparser", "dates.jsonl").Select(l => l.GetProperty("input").GetString()!)], t => t.Length, t => FeedDate.Parse(t));
        if (DataFolder.Has("feeds-real-snapshots")) yield return Row("feeds read", Files("feeds-real-snapshots", "*.xml"), b => b.Length, b => TryFeed(b));
        if (DataFolder.Has("html-trafilatura")) yield return Row("pages read", Files("html-trafilatura", "*.gz"), b => b.Length, b => PageReader.Read(b));
        if (DataFolder.Has("html-trafilatura")) yield return Row("pages decoded", Files("html-trafilatura", "*.gz"), b => b.Length, b => CharsetDecoder.Decode(b));
        if (DataFolder.Has("corpus-rss2026")) yield return Row("articles compared in substance", Articles(), t => t.Length, t => Substance.HashOf("", "", t));
    }

    private static IEnumerable<string> Sentences() =>
        DataFolder.Lines("lang-lingua", "langid.jsonl.gz").Where(l => l.GetProperty("kind").GetString() == "sentences").Select(l => l.GetProperty("text").GetString()!);

    private static string Row<T>(string name, IReadOnlyList<T> inputs, Func<T, long> size, Action<T> read, string memory = "")
    {
        foreach (var input in inputs.Take(200)) read(input);
        var (count, bytes, started) = (0L, 0L, Stopwatch.GetTimestamp());
        for (var i = 0; Stopwatch.GetElapsedTime(started) < Enough; i = (i + 1) % inputs.Count, count++)
        {
            read(inputs[i]);
            bytes += size(inputs[i]);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {count / seconds:N0} | {bytes / seconds / 1048576:N1} | {memory} |");
    }

    private static void TryFeed(byte[] bytes)
    {
        try
        {
            FeedParser.Parse(bytes);
        }
        catch (FeedFormatException)
        {
            // Some of the set are broken on purpose.
        }
    }

    private static List<byte[]> Files(string set, string pattern) => [.. Directory.EnumerateFiles(DataFolder.Path(set), pattern, SearchOption.AllDirectories).Order().Select(file => Gunzip.IfPacked(File.ReadAllBytes(file)))];

    private static List<string> Articles() =>
        [.. Directory.EnumerateFiles(DataFolder.Path("corpus-rss2026"), "*.jsonl*").SelectMany(f => DataFolder.Lines(f)).Take(2_000).Select(l => $"{l.GetProperty("title").GetString()}\n\n{(l.TryGetProperty("text", out var text) ? text.GetString() : "")}")];
}
