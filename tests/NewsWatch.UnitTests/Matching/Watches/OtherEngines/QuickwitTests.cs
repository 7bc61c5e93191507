using System.IO.Compression;
using System.Text.Json;
using NewsWatch.Matching;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Watches.OtherEngines;

/// <summary>Quickwit's cases that also run on Elasticsearch, over a hundred events: words, phrases, slop, beginnings in phrases and outside.</summary>
public sealed class QuickwitTests
{
    [Fact]
    public void Queries_hold_where_elasticsearch_says()
    {
        var events = Events();
        var ran = 0;
        foreach (var line in File.ReadLines(SharedData.Require("phrase-quickwit-es/cases.jsonl")))
        {
            var @case = JsonSerializer.Deserialize<JsonElement>(line);
            if (Total(@case) is not { } total || !@case.TryGetProperty("body", out var body) || !body.TryGetProperty("query", out var asked)) continue;
            if (QuickwitQuery.Of(asked) is not { Fields.Count: > 0, Watch.Length: > 0 } query || !query.Fields.All(IsText) || query.Watch.AsSpan().ContainsAny("\\:>")) continue;
            ran++;
            var matcher = new QueryMatcher(WatchQuery.Parse($"tag:({query.Watch})"));
            var found = events.Count(one => matcher.Matches(new Document { Tag = [.. query.Fields.SelectMany(field => Values(one, field))] }));
            Assert.Equal((query.Watch, total), (query.Watch, found));
        }

        Assert.True(ran >= 25, $"Only {ran} cases could be said in the watch language.");
    }

    // The other fields are numbers, or are compared whole.
    private static bool IsText(string field) => field is "type" or "inexistent_field" or "notdefined" || field.StartsWith("payload.", StringComparison.Ordinal);

    private static int? Total(JsonElement @case)
    {
        if (@case.GetProperty("status_code").ValueKind == JsonValueKind.Number && @case.GetProperty("status_code").GetInt32() != 200) return null;
        return @case.TryGetProperty("expected", out var expected) && expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("hits", out var hits)
            && hits.TryGetProperty("total", out var total) && total.ValueKind == JsonValueKind.Object && total.TryGetProperty("value", out var value) ? value.GetInt32() : null;
    }

    private static List<JsonElement> Events()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.Require("phrase-quickwit-es/gharchive-bulk.json.gz")), CompressionMode.Decompress));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).Where(one => !one.TryGetProperty("index", out _) && !one.TryGetProperty("create", out _))];
    }

    // A path leads through arrays to each of their items.
    private static IEnumerable<string> Values(JsonElement from, string path)
    {
        if (from.ValueKind == JsonValueKind.Array) return from.EnumerateArray().SelectMany(item => Values(item, path));
        if (path.Length == 0) return from.ValueKind == JsonValueKind.String ? [from.GetString()!] : [];
        if (from.ValueKind != JsonValueKind.Object) return [];
        var (name, rest) = path.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? (path[..dot], path[(dot + 1)..]) : (path, "");
        return from.TryGetProperty(name, out var value) ? Values(value, rest) : [];
    }
}
