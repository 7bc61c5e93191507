using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite;

/// <summary>The embedded store.</summary>
internal sealed class SqliteStore(SqliteFiles files) : IStore
{
    /// <summary>The store's name in telemetry.</summary>
    public const string System = "sqlite";

    private StoreCollections _prepared;

    public string Name => "SQLite";

    public async Task PrepareAsync(StoreCollections collections, CancellationToken cancellationToken = default)
    {
        foreach (var (collection, file) in Files())
        {
            if (collections.HasFlag(collection)) await file.PrepareAsync(cancellationToken);
        }

        _prepared |= collections;
    }

    // A file is brought up to date when its writer opens it.
    public Task UpgradeAsync(StoreCollections collections, CancellationToken cancellationToken = default) => Task.CompletedTask;

    // A process that only reads is well without the files: their writers may not have started yet.
    public async Task CheckAsync(CancellationToken cancellationToken = default)
    {
        foreach (var (collection, file) in Files())
        {
            if (_prepared.HasFlag(collection)) await file.ReadAsync(session => session.Count("SELECT count(*) FROM sqlite_schema"), cancellationToken);
        }
    }

    private IEnumerable<(StoreCollections Collection, SqliteFile File)> Files() =>
        [(StoreCollections.Archive, files.Archive), (StoreCollections.Catalogue, files.Catalogue), (StoreCollections.FeedState, files.FeedState)];
}
