using System.IO.Compression;
using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Testing;

namespace NewsWatch.Benchmarks.Archive;

/// <summary>Real feed items as articles; once through, they come again under other addresses and titles.</summary>
internal static class ArchiveCorpus
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<(string Title, string Text, string Source)[]> Items = new(Read);

    /// <summary>The articles from <paramref name="first"/> on.</summary>
    public static Article[] Take(int first, int count) => [.. Enumerable.Range(first, count).Select(Article)];

    /// <summary>Queries that find something: words, phrases of two words, and two words that an article has both.</summary>
    public static IReadOnlyList<string> Queries(int count)
    {
        var random = new Random(5);
        var queries = new List<string>();
        while (queries.Count < count)
        {
            var words = Items.Value[random.Next(Items.Value.Length)].Text.Split(' ').Where(w => w.Length > 3 && w.All(char.IsAsciiLetter)).ToArray();
            if (words.Length < 6) continue;
            var at = random.Next(words.Length - 2);
            queries.Add((queries.Count % 3) switch { 0 => words[at], 1 => $"\"{words[at]} {words[at + 1]}\"", _ => $"{words[at]} AND {words[random.Next(words.Length)]}" });
        }

        return queries;
    }

    private static Article Article(int number)
    {
        var (title, text, source) = Items.Value[number % Items.Value.Length];
        if (number >= Items.Value.Length) title = FormattableString.Invariant($"{title} {number / Items.Value.Length}");
        var seen = Start.AddSeconds(number % 2_000_000);
        return new Article
        {
            Id = DerivedId.From("archive", FormattableString.Invariant($"{number}")),
            Url = FormattableString.Invariant($"https://example.org/{number}"),
            Title = title,
            Body = text,
            Source = source,
            Domain = "example.org",
            Lang = "en",
            Published = seen.AddMinutes(-7),
            Seen = seen,
            Revised = seen,
            Hash = DerivedId.From(title, "", text),
        };
    }

    private static (string Title, string Text, string Source)[] Read()
    {
        var file = SharedMaterial.Path("data", "corpus-rss2026", "dev.jsonl.gz") ?? throw new FileNotFoundException("There is no ../shared/data/corpus-rss2026/dev.jsonl.gz beside the project.");
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var items = new List<(string, string, string)>();
        while (lines.ReadLine() is { } line)
        {
            using var item = JsonDocument.Parse(line);
            string Text(string name) => item.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
            items.Add((Text("title"), Text("text"), Text("source")));
        }

        return [.. items];
    }
}
