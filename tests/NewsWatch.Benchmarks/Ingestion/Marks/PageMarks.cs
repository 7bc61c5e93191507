using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using NewsWatch.Formats.Pages;
using NewsWatch.Formats.Text;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Articles out of web pages, as trafilatura's and goose's authors want them.</summary>
public static class PageMarks
{
    private static readonly Lazy<IReadOnlyList<(JsonElement Expected, PageArticle Article)>> Trafilatura = new(ReadTrafilatura);

    /// <summary>F1 of segments that must and must not be in the text.</summary>
    public static Mark Segments()
    {
        var (found, missing, wrong) = (0, 0, 0);
        var misses = new List<string>();
        foreach (var (expected, article) in Trafilatura.Value)
        {
            var text = Words.Plain(article.Body);
            foreach (var segment in Strings(expected, "with"))
            {
                if (text.Contains(Words.Plain(segment), StringComparison.Ordinal)) found++;
                else { missing++; misses.Add($"{File(expected)} lacks: {segment}"); }
            }

            foreach (var segment in Strings(expected, "without").Where(s => text.Contains(Words.Plain(s), StringComparison.Ordinal)))
            {
                wrong++;
                misses.Add($"{File(expected)} has: {segment}");
            }
        }

        // Twice the hits over twice the hits and the faults: F1 as a share.
        return new Mark("segments of article text (F1)", "html-trafilatura", 2 * found, (2 * found) + missing + wrong, 0.95) { Misses = misses };
    }

    /// <summary>Publication dates.</summary>
    public static Mark Dates()
    {
        var counter = new MarkCounter();
        foreach (var (expected, article) in Trafilatura.Value)
        {
            if (Text(expected, "date") is not { Length: > 0 } date) continue;
            var ours = article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            counter.Count(ours == date || article.Published?.AddHours(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == date || Text(expected, "htmldate_date") == ours, () => $"{File(expected)}: {ours} / {date}");
        }

        return counter.ToMark("publication date", "html-trafilatura", 0.85);
    }

    /// <summary>Authors.</summary>
    public static Mark Authors()
    {
        var counter = new MarkCounter();
        foreach (var (expected, article) in Trafilatura.Value)
        {
            if (Text(expected, "author") is not { Length: > 0 } author) continue;
            counter.Count(article.Author.Count > 0 && IsSame(article.Author, author), () => $"{File(expected)}: {string.Join(" + ", article.Author)} / {author}");
        }

        return counter.ToMark("author", "html-trafilatura", 0.75);
    }

    /// <summary>Titles.</summary>
    public static Mark Titles()
    {
        var counter = new MarkCounter();
        foreach (var (expected, article) in Trafilatura.Value)
        {
            if (Text(expected, "title") is not { Length: > 0 } title) continue;
            counter.Count(Words.Plain(article.Title).Contains(Words.Plain(PlainText.Line(title)), StringComparison.OrdinalIgnoreCase) || (article.Title?.Length > 5 && title.Contains(article.Title, StringComparison.OrdinalIgnoreCase)), () => $"{File(expected)}: {article.Title} / {title}");
        }

        return counter.ToMark("title", "html-trafilatura", 0.85);
    }

    /// <summary>goose's pages: the fragment that the text must hold.</summary>
    public static Mark Goose()
    {
        var counter = new MarkCounter();
        foreach (var file in Directory.EnumerateFiles(DataFolder.Path("html-goose3", "content"), "*.json").Order())
        {
            using var expected = JsonDocument.Parse(System.IO.File.ReadAllText(file));
            if (!expected.RootElement.GetProperty("expected").TryGetProperty("cleaned_text", out var wanted)) continue;
            var article = PageReader.Read(System.IO.File.ReadAllBytes(Path.ChangeExtension(file, ".html")), null, Text(expected.RootElement, "url"));
            var text = Words.Letters(article.Body);
            var fragment = Words.Letters(PlainText.Paragraphs(wanted.GetString()));
            counter.Count(text.Contains(fragment[..Math.Min(60, fragment.Length)], StringComparison.Ordinal), () => $"{Path.GetFileName(file)}: '{article.Body[..Math.Min(80, article.Body.Length)].Replace('\n', ' ')}' / '{wanted.GetString()![..Math.Min(80, wanted.GetString()!.Length)]}'");
        }

        return counter.ToMark("start of article text", "html-goose3", 0.8);
    }

    private static bool IsSame(IReadOnlyList<string> ours, string expected)
    {
        var joined = Words.Letters(string.Concat(ours)).ToUpperInvariant();
        var wanted = expected.Split([';', ','], StringSplitOptions.RemoveEmptyEntries).Select(n => Words.Letters(PlainText.Line(n)).ToUpperInvariant()).ToList();
        return wanted.TrueForAll(w => joined.Contains(w, StringComparison.Ordinal)) || wanted.Exists(w => w == joined) || Words.Letters(PlainText.Line(expected)).ToUpperInvariant().Contains(joined, StringComparison.Ordinal);
    }

    private static List<(JsonElement, PageArticle)> ReadTrafilatura()
    {
        var pages = new List<(JsonElement, PageArticle)>();
        foreach (var line in DataFolder.Lines("html-trafilatura", "dev", "expectations.jsonl"))
        {
            var path = DataFolder.Path("html-trafilatura", "dev", File(line) + ".gz");
            if (!System.IO.File.Exists(path)) continue;
            using var stream = new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            pages.Add((line, PageReader.Read(bytes.ToArray(), null, Text(line, "url"))));
        }

        return pages;
    }

    private static string File(JsonElement line) => Text(line, "file")!;

    private static IEnumerable<string> Strings(JsonElement line, string name) =>
        line.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(s => PlainText.Line(s.GetString())) : [];

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
