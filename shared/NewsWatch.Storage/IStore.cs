namespace NewsWatch.Storage;

/// <summary>The store as a whole: prepared once, asked for its health ever after.</summary>
public interface IStore
{
    /// <summary>How people know it: <c>SQLite</c> or <c>Elasticsearch</c>.</summary>
    string Name { get; }

    /// <summary>Creates what is missing (files, templates, this month's indices); doing it again changes nothing.</summary>
    /// <param name="collections">The collections this process writes; it creates no others.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task PrepareAsync(StoreCollections collections, CancellationToken cancellationToken = default);

    /// <summary>Brings what an older version made into the present form, while others read and write; doing it again changes nothing.</summary>
    /// <param name="collections">The collections this process writes.</param>
    /// <param name="cancellationToken">Stops between two steps; another call goes on.</param>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task UpgradeAsync(StoreCollections collections, CancellationToken cancellationToken = default);

    /// <summary>Asks the store whether it answers.</summary>
    /// <exception cref="StoreUnavailableException">It does not; the message says why.</exception>
    Task CheckAsync(CancellationToken cancellationToken = default);
}

/// <summary>The collections; each has one writing service.</summary>
[Flags]
public enum StoreCollections
{
    /// <summary>None: the process only reads.</summary>
    None = 0,

    /// <summary>Articles and alerts: the Indexer.</summary>
    Archive = 1,

    /// <summary>Watches, fragments and feeds: the Gateway.</summary>
    Catalogue = 2,

    /// <summary>Feed state: Ingestion.</summary>
    FeedState = 4,
}
