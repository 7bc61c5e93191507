using System.Text.Json;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch;

/// <summary>The server as a store.</summary>
internal sealed class ElasticsearchStore(ElasticsearchHttp http, ElasticsearchSchema schema) : IStore
{
    /// <summary>The store's name in telemetry.</summary>
    public const string System = "elasticsearch";

    public string Name => "Elasticsearch";

    public Task PrepareAsync(StoreCollections collections, CancellationToken cancellationToken = default) => schema.PrepareAsync(collections, cancellationToken);

    public Task UpgradeAsync(StoreCollections collections, CancellationToken cancellationToken = default) => schema.UpgradeAsync(collections, cancellationToken);

    public async Task CheckAsync(CancellationToken cancellationToken = default)
    {
        var answer = await http.SendAsync(HttpMethod.GET, "/_cluster/health?filter_path=status", null, cancellationToken);
        using var json = JsonDocument.Parse(answer.Body);
        if (json.RootElement.GetProperty("status").GetString() == "red")
            throw new StoreUnavailableException("Elasticsearch answers, but a part of its data is not there (cluster health is red): start the missing node.");
    }
}
