namespace NewsWatch.Storage.Articles;

/// <summary>Answers whether articles are known, for Ingestion to tell new from repeated from changed.</summary>
public interface IArticleLookup
{
    /// <summary>Finds the latest revision of each id that the archive knows; ids it does not know are absent from the answer.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyDictionary<string, KnownArticle>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default);

    /// <summary>Tells of ids that are published without having been asked of, so that they are not taken for somebody else's when they arrive.</summary>
    void Announce(IReadOnlyCollection<string> ids);
}

/// <summary>What the archive knows of an article's latest revision.</summary>
/// <param name="Revision">Its revision.</param>
/// <param name="Hash">Its content hash.</param>
/// <param name="Seen">When the article was first seen.</param>
public readonly record struct KnownArticle(int Revision, string Hash, DateTimeOffset Seen);
