using System.Net.Http.Json;
using System.Text.Json;
using NewsWatch.Matching.Analysis;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Matching;

/// <summary>A real Elasticsearch, asked what it makes of a text.</summary>
internal sealed class AnalyzeClient : IAsyncDisposable
{
    private static readonly string[] Settings = ["elasticsearch", "examples", "component-newswatch-settings.json"];

    private readonly HttpClient _http;
    private readonly string _index;

    private AnalyzeClient(HttpClient http, string index)
    {
        _http = http;
        _index = index;
    }

    /// <summary>Makes an index with the reference's analyzers, under a name of its own.</summary>
    public static async Task<AnalyzeClient> Start(ElasticsearchServer elasticsearch, CancellationToken cancellation)
    {
        Assert.SkipUnless(ElasticsearchServer.IsAvailable, ElasticsearchServer.Absent);
        var definition = SharedMaterial.Path(Settings);
        Assert.SkipWhen(definition is null, $"Needs the reference's definition, ../shared/{string.Join('/', Settings)} beside the project.");
        using var settings = JsonDocument.Parse(await File.ReadAllTextAsync(definition!, cancellation));
        var index = new { settings = new { analysis = settings.RootElement.GetProperty("template").GetProperty("settings").GetProperty("analysis") } };
        var client = new AnalyzeClient(new HttpClient { BaseAddress = new Uri(await elasticsearch.AddressAsync()) }, $"analysis-{Guid.NewGuid():N}");
        using var made = await client._http.PutAsJsonAsync(client._index, index, cancellation);
        made.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>The tokens that the server makes.</summary>
    public async Task<IReadOnlyList<Token>> Analyze(string text, string analyzer, CancellationToken cancellation)
    {
        using var answer = await _http.PostAsJsonAsync($"{_index}/_analyze", new { analyzer, text }, cancellation);
        answer.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancellation));
        return [.. body.RootElement.GetProperty("tokens").EnumerateArray().Select(Read)];
    }

    public async ValueTask DisposeAsync()
    {
        using (await _http.DeleteAsync(_index)) _http.Dispose();
    }

    private static Token Read(JsonElement token) =>
        new(token.GetProperty("token").GetString()!, token.GetProperty("start_offset").GetInt32(), token.GetProperty("end_offset").GetInt32());
}
