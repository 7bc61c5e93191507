using NewsWatch.Contracts;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Storage.Elasticsearch.Feeds;

/// <summary>Feeds in an index of their own.</summary>
internal sealed class ElasticsearchFeedStore(ElasticsearchHttp http, IndexNames names) : IFeedStore
{
    private readonly VersionedDocuments<Feed> _feeds = new(http, names.Feeds, "feed", f => f.Version);

    public async Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancellationToken = default) =>
        CatalogueOrder.ByFolder(await _feeds.ListAsync(cancellationToken));

    public Task<Feed?> GetAsync(string id, CancellationToken cancellationToken = default) => _feeds.GetAsync(id, cancellationToken);

    public Task<Feed> PutAsync(Feed feed, int expectedVersion, CancellationToken cancellationToken = default) =>
        _feeds.PutAsync(feed.Id, feed with { Version = expectedVersion + 1 }, expectedVersion, cancellationToken);

    public Task<bool> DeleteAsync(string id, int? expectedVersion = null, CancellationToken cancellationToken = default) =>
        _feeds.DeleteAsync(id, expectedVersion, cancellationToken);
}
