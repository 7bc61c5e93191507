using NewsWatch.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(ElasticsearchServer))]

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>Indices of its own on the server of the test run.</summary>
public sealed class ElasticsearchIndices(ElasticsearchServer server)
{
    private readonly string _prefix = "nwtest-" + Guid.NewGuid().ToString("N")[..10];

    public async Task<IReadOnlyDictionary<string, string?>> SettingsAsync()
    {
        Assert.SkipUnless(ElasticsearchServer.IsAvailable, ElasticsearchServer.Absent);
        return new Dictionary<string, string?>
        {
            ["ConnectionStrings:elasticsearch"] = await server.AddressAsync(), ["NewsWatch:Elasticsearch:Prefix"] = _prefix,
        };
    }

    /// <summary>Makes everything written visible to searches.</summary>
    public Task SettleAsync() => SendAsync(HttpMethod.Post, $"{_prefix}-*/_refresh");

    public async Task RemoveAsync()
    {
        if (!ElasticsearchServer.IsAvailable) return;
        await SendAsync(HttpMethod.Delete, $"{_prefix}-*?expand_wildcards=all");
        await SendAsync(HttpMethod.Delete, $"_index_template/{_prefix}-*");
        await SendAsync(HttpMethod.Delete, $"_component_template/{_prefix}-*");
    }

    private async Task SendAsync(HttpMethod method, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(await server.AddressAsync()) };
        using var answer = await http.SendAsync(new HttpRequestMessage(method, path), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
