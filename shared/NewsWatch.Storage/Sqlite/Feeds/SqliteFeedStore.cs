using NewsWatch.Contracts;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Storage.Sqlite.Feeds;

/// <summary>Feeds in catalogue.db.</summary>
internal sealed class SqliteFeedStore(SqliteFiles files) : IFeedStore
{
    private readonly SqliteDocuments<Feed> _feeds = new(files.Catalogue, "feed", "feed");

    public async Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancellationToken = default) =>
        CatalogueOrder.ByFolder(await _feeds.ListAsync(cancellationToken));

    public Task<Feed?> GetAsync(string id, CancellationToken cancellationToken = default) => _feeds.GetAsync(id, cancellationToken);

    public Task<Feed> PutAsync(Feed feed, int expectedVersion, CancellationToken cancellationToken = default) =>
        _feeds.PutAsync(feed.Id, feed with { Version = expectedVersion + 1 }, expectedVersion, cancellationToken);

    public Task<bool> DeleteAsync(string id, int? expectedVersion = null, CancellationToken cancellationToken = default) =>
        _feeds.DeleteAsync(id, expectedVersion, cancellationToken);
}
