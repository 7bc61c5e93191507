using System.Text.Json;
using NewsWatch.Formats.Feeds;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Dates;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>feed-rs's fixtures: a document counts when every kept field of every item is equal.</summary>
public static class FeedRsMarks
{
    /// <summary>Documents that are equal.</summary>
    public static Mark Documents()
    {
        var counter = new MarkCounter();
        foreach (var expectation in Directory.EnumerateFiles(DataFolder.Path("feeds-feedrs"), "*.serde.json", SearchOption.AllDirectories).Order())
        {
            using var expected = JsonDocument.Parse(File.ReadAllText(expectation));
            var stem = expectation[..^".serde.json".Length];
            var feed = FeedMarks.Try(File.Exists(stem + ".xml") ? stem + ".xml" : stem + ".json");
            var differences = feed is null ? ["not read"] : Differences(feed, expected.RootElement).ToList();
            counter.Count(differences.Count == 0, () => $"{Path.GetFileName(stem)}: {string.Join("; ", differences.Take(3))}");
        }

        return counter.ToMark("documents equal in kept fields", "feeds-feedrs", 1.0);
    }

    private static IEnumerable<string> Differences(FeedDocument feed, JsonElement expected)
    {
        if (!SameText(feed.Title, Content(expected, "title"))) yield return $"title '{feed.Title}'";
        var entries = expected.GetProperty("entries").EnumerateArray().ToList();
        if (entries.Count != feed.Items.Count) yield return $"{feed.Items.Count} items for {entries.Count}";
        foreach (var (entry, index) in entries.Select((e, i) => (e, i)).Take(feed.Items.Count))
        {
            foreach (var difference in Differences(feed.Items[index], entry)) yield return $"[{index}] {difference}";
        }
    }

    private static IEnumerable<string> Differences(FeedItem item, JsonElement entry)
    {
        if (!SameText(item.Title, Content(entry, "title") ?? MediaText(entry, "title"))) yield return $"title '{item.Title}' / '{Content(entry, "title")}'";
        if (!SameText(item.Summary, Content(entry, "summary")) && !SameText(item.Summary, MediaText(entry, "description"))) yield return $"summary '{item.Summary}' / '{Content(entry, "summary")}'";
        if (!SameText(item.Body, Content(entry, "content"))) yield return $"body '{item.Body}' / '{Content(entry, "content")}'";
        if (!SameDate(item.Published, entry, "published")) yield return $"published {item.Published:u} / {Text(entry, "published")}";
        if (!SameDate(item.Updated ?? item.Published, entry, "updated")) yield return $"updated {item.Updated:u} / {Text(entry, "updated")}";
        if (!SameLink(item.Url, entry)) yield return $"link '{item.Url}'";
        var id = Text(entry, "id");
        if (item.Guid is not null && id is not null && item.Guid != id && !IsMadeUp(id)) yield return $"guid '{item.Guid}' / '{id}'";
        var authors = entry.GetProperty("authors").EnumerateArray().Select(Author).Where(a => a.Length > 0).ToList();
        if (authors.Count > 0 && !authors.TrueForAll(a => item.Author.Any(o => Words.Plain(o) == Words.Plain(a)))) yield return $"author '{string.Join(",", item.Author)}' / '{string.Join(",", authors)}'";
        var terms = entry.GetProperty("categories").EnumerateArray().Select(c => Text(c, "term") ?? "").Where(t => t.Length > 0).ToList();
        if (!terms.TrueForAll(t => item.Tag.Any(o => o.Equals(PlainText.Line(t), StringComparison.OrdinalIgnoreCase)))) yield return $"tag '{string.Join(",", item.Tag)}' / '{string.Join(",", terms)}'";
    }

    private static string Author(JsonElement author)
    {
        var (name, email) = (Text(author, "name") ?? "", Text(author, "email"));
        return Persons.OfText(name is "author" or "managingEditor" or "webMaster" or "creator" && email is not null ? email : name);
    }

    // The peer derives an id where the item has none.
    private static bool IsMadeUp(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);

    // The peer keeps what stands in front of a click counter as it is, and relative links relative.
    private static bool SameLink(string? url, JsonElement entry)
    {
        var links = entry.GetProperty("links").EnumerateArray().Select(l => Text(l, "href")?.TrimEnd('/') ?? "").ToList();
        return links.Count == 0 || links.Exists(l => l == url?.TrimEnd('/') || l.Contains("feedproxy.google", StringComparison.Ordinal) || (l.StartsWith('/') && url?.EndsWith(l, StringComparison.Ordinal) == true));
    }

    private static bool SameDate(DateTimeOffset? ours, JsonElement entry, string name) =>
        Text(entry, name) is not { } expected || ours?.ToUnixTimeSeconds() == FeedDate.Parse(expected)?.ToUnixTimeSeconds();

    private static bool SameText(string? ours, string? expected) =>
        Words.Letters(ours) == Words.Letters(Words.Of(expected)) || Words.Letters(ours) == Words.Letters(expected);

    private static string? Content(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var construct) || construct.ValueKind != JsonValueKind.Object) return null;
        return Text(construct, "content") ?? Text(construct, "body");
    }

    private static string? MediaText(JsonElement entry, string name) =>
        entry.TryGetProperty("media", out var media) ? media.EnumerateArray().Select(m => Content(m, name)).FirstOrDefault(t => t is not null) : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
