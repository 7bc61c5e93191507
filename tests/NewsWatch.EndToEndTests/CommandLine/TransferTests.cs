using System.IO.Compression;
using System.Text.Json;
using NewsWatch.Testing;
using NewsWatch.Testing.Installations;
using Xunit;

namespace NewsWatch.EndToEndTests.CommandLine;

/// <summary>An archive that moves from SQLite to Elasticsearch and back is the same in every line.</summary>
public sealed class TransferTests(ITestOutputHelper output)
{
    private const int Items = 3_000;

    /// <summary>Four watches, two fragments of which one names the other, and a feed.</summary>
    private const int Catalogue = 7;

    [Fact]
    public async Task From_SQLite_to_Elasticsearch_and_back_nothing_is_lost()
    {
        var corpus = SharedMaterial.Path("data", "corpus-rss2026", "dev.jsonl.gz");
        Assert.SkipWhen(corpus is null, "There is no ../shared/data/corpus-rss2026 beside the project.");
        Assert.SkipUnless(ElasticsearchServer.IsAvailable, ElasticsearchServer.Absent);
        await using var elasticsearch = new ElasticsearchServer();

        await using var first = new StandaloneInstallation();
        var original = await FillAsync(first, corpus!);
        await using var second = new StandaloneInstallation(new Dictionary<string, string> { ["ConnectionStrings__elasticsearch"] = await elasticsearch.AddressAsync(), ["NewsWatch__Elasticsearch__Prefix"] = "moved" });
        var moved = await MoveAsync(original, second);
        await using var third = new StandaloneInstallation();
        var back = await MoveAsync(moved, third);

        Assert.Equal(original.Things, moved.Things);
        Assert.Equal(original.Things, back.Things);
        foreach (var member in new[] { "article", "alert", "fragment", "watch", "feed" }) Assert.Contains(original.Things, t => t.StartsWith($"{{\"{member}\":", StringComparison.Ordinal));
        Assert.Contains(original.Things, t => t.StartsWith("{\"article\":", StringComparison.Ordinal) && t.Contains("\"revision\":2", StringComparison.Ordinal));
        output.WriteLine($"{original.Said} -> Elasticsearch {moved.Said} -> SQLite {back.Said}: {original.Things.Count} equal lines");
    }

    private static async Task<Export> FillAsync(StandaloneInstallation newswatch, string corpus)
    {
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        using (var client = new Client(newswatch.Address))
        {
            await client.RunAsync("fragment", "add", "zinc", "zinc OR copper");
            await client.RunAsync("fragment", "add", "metals", "@zinc OR nickel");
            await client.RunAsync("watch", "add", "@metals AND price*", "--topic", "metals", "--id", "metals");
        }

        await newswatch.Api.Http.PostAsync("api/feeds", new StringContent("""{"url": "https://outlet.example/feed.xml", "folder": ["World", "Asia"], "tag": ["x"], "enabled": false}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));
        var taken = 0;
        foreach (var part in Read(corpus).Take(Items).Chunk(500)) taken += await PushAsync(newswatch, part);
        // Texts that change become revisions, whatever the corpus holds.
        for (var n = 1; n <= 3; n++) taken += await PushAsync(newswatch, new { title = "Sanctions", body = $"The sanctions, version {n}. 制裁", url = "https://outlet.example/changing", source = "Outlet" });

        await Eventually.GetAsync(newswatch.MatchedAsync, matched => matched >= taken, $"{taken} articles to be matched");
        return await ExportAsync(newswatch, taken + await RaisedAsync(newswatch) + Catalogue);
    }

    /// <summary>How many of them were new or changed.</summary>
    private static async Task<int> PushAsync(StandaloneInstallation newswatch, object articles)
    {
        var answer = await newswatch.Api.PushAsync(articles);
        return answer.Json.GetProperty("articles").EnumerateArray().Count(a => a.GetProperty("outcome").GetString() != "unchanged");
    }

    private static async Task<int> RaisedAsync(StandaloneInstallation newswatch)
    {
        var line = (await newswatch.Api.GetAsync("metrics")).Text.Split('\n').Single(l => l.StartsWith("newswatch_watcher_alerts_total", StringComparison.Ordinal));
        return (int)double.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<Export> MoveAsync(Export export, StandaloneInstallation target)
    {
        await target.StartAsync();
        using var client = new Client(target.Address);
        await client.RunAsync("import", export.File);
        var moved = await ExportAsync(target, export.Things.Count);
        // Once more changes nothing.
        Assert.Contains("0 fragments (2 there already), 0 watches (4 there already), 0 feeds (1 there already); 0 lines refused", await client.RunAsync("import", export.File), StringComparison.Ordinal);
        return moved;
    }

    /// <summary>Exports until nothing is on its way any more.</summary>
    private static async Task<Export> ExportAsync(StandaloneInstallation newswatch, int expected)
    {
        using var client = new Client(newswatch.Address);
        var file = Path.Combine(newswatch.DataFolder, "export.jsonl.gz");
        return await Eventually.GetAsync(
            async () => new Export(file, (await client.RunAsync("export", file, "--force")).Trim(), Things(file)),
            export => export.Things.Count >= expected,
            $"{expected} lines of articles, alerts, watches and feeds");
    }

    private static IReadOnlyList<string> Things(string file) =>
        [.. Lines(file).Where(l => !l.StartsWith("{\"format\"", StringComparison.Ordinal) && !l.StartsWith("{\"end\"", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static IEnumerable<object> Read(string corpus) => Lines(corpus).Select(line => JsonDocument.Parse(line).RootElement).Select(item => new
    {
        title = item.GetProperty("title").GetString(),
        body = item.GetProperty("text").GetString(),
        url = item.GetProperty("link").GetString(),
        source = item.GetProperty("source").GetString(),
    });

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }

    private sealed record Export(string File, string Said, IReadOnlyList<string> Things);
}
