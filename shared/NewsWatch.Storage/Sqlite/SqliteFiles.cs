using Microsoft.Extensions.Options;
using NewsWatch.Storage.Sqlite.Articles;
using NewsWatch.Storage.Sqlite.Catalogue;
using NewsWatch.Storage.Sqlite.Feeds;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite;

/// <summary>The three files, one a collection and writing service.</summary>
internal sealed class SqliteFiles(IOptions<StorageOptions> options) : IAsyncDisposable
{
    /// <summary>Articles and alerts; the Indexer writes.</summary>
    public SqliteFile Archive { get; } = new(Path.Combine(options.Value.Data, "archive.db"), ArchiveSchema.Schema);

    /// <summary>Watches, fragments and feeds; the Gateway writes.</summary>
    public SqliteFile Catalogue { get; } = new(Path.Combine(options.Value.Data, "catalogue.db"), CatalogueSchema.Schema);

    /// <summary>What polling remembers; Ingestion writes.</summary>
    public SqliteFile FeedState { get; } = new(Path.Combine(options.Value.Data, "feedstate.db"), FeedStateSchema.Schema);

    public async ValueTask DisposeAsync()
    {
        await Archive.DisposeAsync();
        await Catalogue.DisposeAsync();
        await FeedState.DisposeAsync();
    }
}
