using NewsWatch.Contracts;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;
using NewsWatch.Storage.Watches;

namespace NewsWatch.Storage.Elasticsearch.Watches;

/// <summary>Watches in an index of their own.</summary>
internal sealed class ElasticsearchWatchStore(ElasticsearchHttp http, IndexNames names) : IWatchStore
{
    private readonly VersionedDocuments<Watch> _watches = new(http, names.Watches, "watch", w => w.Version);

    public async Task<IReadOnlyList<Watch>> ListAsync(CancellationToken cancellationToken = default) =>
        CatalogueOrder.ByName(await _watches.ListAsync(cancellationToken));

    public Task<Watch?> GetAsync(string id, CancellationToken cancellationToken = default) => _watches.GetAsync(id, cancellationToken);

    public Task<Watch> PutAsync(Watch watch, int expectedVersion, CancellationToken cancellationToken = default) =>
        _watches.PutAsync(watch.Id, watch with { Version = expectedVersion + 1 }, expectedVersion, cancellationToken);

    public Task<bool> DeleteAsync(string id, int? expectedVersion = null, CancellationToken cancellationToken = default) =>
        _watches.DeleteAsync(id, expectedVersion, cancellationToken);
}
