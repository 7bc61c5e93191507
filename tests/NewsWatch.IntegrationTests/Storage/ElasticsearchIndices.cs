using System.Text.Json.Nodes;
using NewsWatch.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(ElasticsearchServer))]

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>Indices of its own on the server of the test run.</summary>
public sealed class ElasticsearchIndices(ElasticsearchServer server) : IStoreUnderTest
{
    private readonly string _prefix = "nwtest-" + Guid.NewGuid().ToString("N")[..10];

    /// <summary>What the names of its indices begin with.</summary>
    public string Prefix => _prefix;

    public async Task<IReadOnlyDictionary<string, string?>> SettingsAsync()
    {
        Assert.SkipUnless(ElasticsearchServer.IsAvailable, ElasticsearchServer.Absent);
        return new Dictionary<string, string?>
        {
            ["ConnectionStrings:elasticsearch"] = await server.AddressAsync(),
            ["NewsWatch:Elasticsearch:Prefix"] = _prefix,
        };
    }

    /// <summary>Makes everything written visible to searches.</summary>
    public Task SettleAsync() => SendAsync(HttpMethod.Post, $"{_prefix}-*/_refresh");

    /// <summary>Asks the server itself.</summary>
    public Task<string> AskAsync(HttpMethod method, string path, string? body = null) => SendAsync(method, path, body);

    /// <summary>Makes the server let go of a point in time, as it does by itself after some minutes.</summary>
    public Task ForgetAsync(string pointInTime) => SendAsync(HttpMethod.Delete, "/_pit", $$"""{"id": "{{pointInTime}}"}""");

    // A server may refuse to remove by pattern, so by name.
    public async Task RemoveAsync()
    {
        if (!ElasticsearchServer.IsAvailable) return;
        var aliases = JsonNode.Parse(await SendAsync(HttpMethod.Get, $"{_prefix}-*/_alias"))!.AsObject();
        if (aliases.Count > 0) await SendAsync(HttpMethod.Delete, string.Join(',', aliases.Select(a => a.Key)));
        await SendAsync(HttpMethod.Delete, $"_index_template/{_prefix}-*");
        await SendAsync(HttpMethod.Delete, $"_component_template/{_prefix}-*");
    }

    private async Task<string> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var http = new HttpClient { BaseAddress = new Uri(await server.AddressAsync()) };
        using var answer = await http.SendAsync(
            new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json") }, CancellationToken.None);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(CancellationToken.None);
    }
}
