using System.Text.Json;
using NewsWatch.Formats.Opml;
using NewsWatch.Formats.Sitemaps;
using NewsWatch.Formats.Text.Dates;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Subscription lists and sitemaps.</summary>
public static class ListMarks
{
    /// <summary>Real lists: every address of a feed that the file names, however broken it is.</summary>
    public static Mark RealOpml()
    {
        var counter = new MarkCounter();
        foreach (var line in DataFolder.Lines("opml-real", "counts.jsonl"))
        {
            var path = DataFolder.Path("opml-real", line.GetProperty("file").GetString()!);
            var expected = line.GetProperty("n_xmlUrl_by_regex").GetInt32();
            var list = Try(path);
            var found = (list?.Feeds.Count ?? 0) + (list?.Errors.Count(e => e.Message.Contains("more than once", StringComparison.Ordinal) || e.Message.Contains("no web address", StringComparison.Ordinal)) ?? 0);
            counter.Count(found == expected, () => $"{line.GetProperty("file")}: {found} of {expected}");
        }

        return counter.ToMark("feeds of real lists", "opml-real", 0.99);
    }

    /// <summary>Sitemaps as a plain XML reader sees them.</summary>
    public static Mark Sitemaps()
    {
        var counter = new MarkCounter();
        foreach (var line in DataFolder.Lines("sitemaps-news", "derived-expectations.jsonl"))
        {
            var file = line.GetProperty("file").GetString()!;
            var items = Read(DataFolder.Path("sitemaps-news", file))?.Items ?? [];
            foreach (var (entry, index) in (line.TryGetProperty("entries", out var entries) ? entries.EnumerateArray().Where(e => Text(e, "loc") is not null).ToList() : []).Select((e, i) => (e, i)))
                counter.Count(index < items.Count && IsSame(items[index], entry), () => $"{file} [{index}] {(index < items.Count ? items[index] : null)} / {entry}");
        }

        return counter.ToMark("sitemap entries", "sitemaps-news", 1.0);
    }

    private static OpmlDocument? Try(string path)
    {
        try
        {
            return OpmlReader.Read(File.ReadAllBytes(path));
        }
        catch (OpmlException)
        {
            return null;
        }
    }

    private static SitemapDocument? Read(string path)
    {
        try
        {
            return SitemapParser.Parse(File.ReadAllBytes(path));
        }
        catch (SitemapException)
        {
            return null;
        }
    }

    private static bool IsSame(SitemapItem item, JsonElement entry)
    {
        if (item.Url != Text(entry, "loc")?.Trim() || item.Updated != FeedDate.Parse(Text(entry, "lastmod"))) return false;
        return !entry.TryGetProperty("news", out var news)
            || (Words.Plain(item.Title) == Words.Plain(Text(news, "title")) && item.Published == FeedDate.Parse(Text(news, "publication_date")) && Words.Plain(item.Source) == Words.Plain(Text(news, "name") ?? item.Source));
    }

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
