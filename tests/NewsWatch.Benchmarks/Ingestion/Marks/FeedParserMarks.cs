using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsWatch.Formats.Feeds;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>The assertions of feedparser's tests about fields that are kept here.</summary>
public static partial class FeedParserMarks
{
    /// <summary>Every assertion about a kept field.</summary>
    public static Mark Assertions()
    {
        var counter = new MarkCounter();
        foreach (var line in DataFolder.Lines("feeds-feedparser", "expectations.jsonl"))
        {
            if (line.GetProperty("asserts") is not { ValueKind: JsonValueKind.Array } asserts) continue;
            var file = line.GetProperty("file").GetString()!;
            var feed = new Lazy<FeedDocument?>(() => Read(file, line));
            foreach (var assert in asserts.EnumerateArray().Where(a => IsKept(a.GetProperty("path").GetString()!))) Count(counter, file, assert, feed);
        }

        return counter.ToMark("assertions on kept fields", "feeds-feedparser", 0.97);
    }

    private static FeedDocument? Read(string file, JsonElement line)
    {
        var headers = line.TryGetProperty("http_headers", out var found) && found.ValueKind == JsonValueKind.Object
            ? found.EnumerateObject().ToDictionary(h => h.Name.ToLowerInvariant(), h => h.Value.GetString()) : [];
        var url = "http://127.0.0.1:8097/tests/" + file;
        if (headers.TryGetValue("content-location", out var location)) url = NewsWatch.Formats.Urls.WebUrl.Resolve(location, url) ?? url;
        return FeedMarks.Try(DataFolder.Path("feeds-feedparser", file), headers.GetValueOrDefault("content-type"), url);
    }

    private static bool IsKept(string path) => Kept().IsMatch(path);

    private static void Count(MarkCounter counter, string file, JsonElement assert, Lazy<FeedDocument?> feed)
    {
        var (path, op, value) = (assert.GetProperty("path").GetString()!, assert.GetProperty("op").GetString()!, assert.TryGetProperty("value", out var v) ? v : default);
        if (op is not ("==" or "falsy" or "truthy")) return;
        var ours = Values(feed.Value, path).ToList();
        var right = op switch
        {
            "truthy" => ours.Exists(o => !string.IsNullOrEmpty(o)),
            "falsy" => ours.TrueForAll(string.IsNullOrEmpty),
            _ => ours.Exists(o => Equal(path, o, value)),
        };
        counter.Count(right, () => $"{file} {path} {op} {value} / '{string.Join("' '", ours)}'");
    }

    private static bool Equal(string path, string? ours, JsonElement value)
    {
        if (path.EndsWith("_parsed", StringComparison.Ordinal)) return ours == Date(value);
        if (path.EndsWith(".author", StringComparison.Ordinal)) return Words.Plain(ours) == Words.Plain(Persons.OfText(value.GetString() ?? "").Split(" (")[0]);
        var expected = value.ValueKind == JsonValueKind.Null ? "" : value.ToString();
        if (path.EndsWith("language", StringComparison.Ordinal)) return (ours ?? "") == (NewsWatch.Formats.Text.LanguageTag.Normalize(expected) ?? "");
        return Words.Plain(ours) == Words.Plain(expected) || Words.Plain(ours) == Words.Of(expected);
    }

    private static string Date(JsonElement parts)
    {
        var p = parts.EnumerateArray().Select(e => e.GetInt32()).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{p[0]:0000}-{p[1]:00}-{p[2]:00}T{p[3]:00}:{p[4]:00}:{p[5]:00}");
    }

    // Several where the peer's field is one that is kept apart here.
    private static IEnumerable<string?> Values(FeedDocument? feed, string path)
    {
        if (feed is null) return [];
        var match = Path().Match(path);
        if (!match.Groups["entry"].Success) return [match.Groups["name"].Value switch { "title" or "title_detail.value" => feed.Title, "link" => feed.Url, _ => feed.Lang }];
        var item = feed.Items.ElementAtOrDefault(int.Parse(match.Groups["entry"].Value, CultureInfo.InvariantCulture));
        if (item is null) return [];
        var index = match.Groups["index"].Success ? int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture) : 0;
        return match.Groups["name"].Value switch
        {
            "title" or "title_detail.value" => [item.Title],
            "link" => [item.Url],
            "id" or "guid" => [item.Guid],
            "author" => [item.Author.ElementAtOrDefault(0)],
            "authors" => [item.Author.ElementAtOrDefault(index)],
            "tags" => [item.Tag.ElementAtOrDefault(index)],
            "published_parsed" => [Text(item.Published)],
            "updated_parsed" => [Text(item.Updated), Text(item.Published)],
            "content" => [item.Body, item.Summary],
            _ => [item.Summary, item.Body],
        };
    }

    private static string? Text(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:feed\.(?:title|title_detail\.value|link|language)|entries\[\d+\]\.(?:title|title_detail\.value|link|id|guid|author|authors\[\d+\]\.name|tags\[\d+\]\.term|summary|description|content\[\d+\]\.value|published_parsed|updated_parsed))$")]
    private static partial Regex Kept();

    [GeneratedRegex(@"^(?:feed|entries\[(?<entry>\d+)\])\.(?<name>title_detail\.value|\w+)(?:\[(?<index>\d+)\])?")]
    private static partial Regex Path();
}
