using NewsWatch.Contracts;
using NewsWatch.Storage.Watches;

namespace NewsWatch.Storage.Sqlite.Watches;

/// <summary>Watches in catalogue.db.</summary>
internal sealed class SqliteWatchStore(SqliteFiles files) : IWatchStore
{
    private readonly SqliteDocuments<Watch> _watches = new(files.Catalogue, "watch", "watch");

    public async Task<IReadOnlyList<Watch>> ListAsync(CancellationToken cancellationToken = default) =>
        CatalogueOrder.ByName(await _watches.ListAsync(cancellationToken));

    public Task<Watch?> GetAsync(string id, CancellationToken cancellationToken = default) => _watches.GetAsync(id, cancellationToken);

    public Task<Watch> PutAsync(Watch watch, int expectedVersion, CancellationToken cancellationToken = default) =>
        _watches.PutAsync(watch.Id, watch with { Version = expectedVersion + 1 }, expectedVersion, cancellationToken);

    public Task<bool> DeleteAsync(string id, int? expectedVersion = null, CancellationToken cancellationToken = default) =>
        _watches.DeleteAsync(id, expectedVersion, cancellationToken);
}
