using System.Text.Json;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>URLs read as browsers do, and made one where suites make them one.</summary>
public static class UrlMarks
{
    /// <summary>The web platform's own parse cases for http and https.</summary>
    public static Mark WebPlatform()
    {
        var counter = new MarkCounter();
        using var cases = JsonDocument.Parse(File.ReadAllText(Directory.EnumerateFiles(DataFolder.Path("url-wpt"), "urltestdata.json", SearchOption.AllDirectories).First()));
        foreach (var test in cases.RootElement.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.Object))
        {
            var (input, relativeTo) = (test.GetProperty("input").GetString()!, test.TryGetProperty("base", out var b) ? b.GetString() : null);
            var href = test.TryGetProperty("href", out var h) ? h.GetString() : null;
            if (href is null ? !IsWeb(input, relativeTo) : !href.StartsWith("http:", StringComparison.Ordinal) && !href.StartsWith("https:", StringComparison.Ordinal)) continue;
            var ours = WebUrl.TryParse(input, WebUrl.TryParse(relativeTo))?.ToString();
            counter.Count(ours == href, () => $"'{input}' on '{relativeTo}': {ours} / {href}");
        }

        return counter.ToMark("web URLs as browsers parse them", "url-wpt", 0.97);
    }

    /// <summary>Inputs that a suite makes one URL have one canonical form here.</summary>
    public static Mark Equivalence()
    {
        var counter = new MarkCounter();
        foreach (var file in new[] { "miniflux-urlcleaner.jsonl", "normalize-url.jsonl", "w3lib-canonicalize.jsonl" })
        {
            foreach (var test in DataFolder.Lines("url-canonical-tests", file).Where(HasNoOptions))
            {
                var (input, expected) = (test.GetProperty("input").GetString()!, test.GetProperty("expected").ToString());
                if (CanonicalUrl.Of(expected) is not { } canonical) continue;
                var ours = CanonicalUrl.Of(input) ?? CanonicalUrl.Of("http://" + input.TrimStart('/'));
                counter.Count(ours == canonical, () => $"{file} '{input}': {ours} / {canonical}");
            }
        }

        return counter.ToMark("one key for what suites make one", "url-canonical-tests", 0.85);
    }

    /// <summary>Tracking parameters of a public registry and of a blocker's global rules.</summary>
    public static Mark Tracking()
    {
        var counter = new MarkCounter();
        var file = Directory.EnumerateFiles(DataFolder.Path("url-tracking-rules", "mpchadwick"), "*.csv").First();
        foreach (var name in File.ReadLines(file).Skip(1).Select(l => l.Split(',')[0].Trim('"')).Where(n => n.Length > 0))
            counter.Count(CanonicalUrl.Of($"https://example.com/a?{name}=1") == "https://example.com/a", () => name);
        return counter.ToMark("tracking parameters dropped", "url-tracking-rules", 0.95);
    }

    private static bool HasNoOptions(JsonElement test) =>
        (!test.TryGetProperty("options_js", out var js) || js.ValueKind == JsonValueKind.Null) && (!test.TryGetProperty("kwargs", out var kw) || !kw.EnumerateObject().Any());

    private static bool IsWeb(string input, string? relativeTo)
    {
        var text = input.TrimStart().ToLowerInvariant();
        return text.StartsWith("http:", StringComparison.Ordinal) || text.StartsWith("https:", StringComparison.Ordinal) || (relativeTo?.StartsWith("http", StringComparison.Ordinal) == true && !text.Contains(':', StringComparison.Ordinal));
    }
}
