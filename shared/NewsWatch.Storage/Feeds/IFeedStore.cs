using NewsWatch.Contracts;

namespace NewsWatch.Storage.Feeds;

/// <summary>The feeds. The Gateway alone writes; Ingestion reads.</summary>
public interface IFeedStore
{
    /// <summary>All feeds, by folder and title.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyList<Feed>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>One feed, or <see langword="null"/>.</summary>
    Task<Feed?> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Creates or replaces a feed; <see cref="Feed.Version"/> of the answer is one more than <paramref name="expectedVersion"/>.</summary>
    /// <exception cref="VersionConflictException">The store holds another version; 0 means that it must not exist yet.</exception>
    Task<Feed> PutAsync(Feed feed, int expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes a feed.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="VersionConflictException">The store holds another version than <paramref name="expectedVersion"/>.</exception>
    Task<bool> DeleteAsync(string id, int? expectedVersion = null, CancellationToken cancellationToken = default);
}
