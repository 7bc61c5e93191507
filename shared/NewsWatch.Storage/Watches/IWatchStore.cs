using NewsWatch.Contracts;

namespace NewsWatch.Storage.Watches;

/// <summary>The watches. The Gateway alone writes; Watchers read.</summary>
public interface IWatchStore
{
    /// <summary>All watches, by name.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyList<Watch>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>One watch, or <see langword="null"/>.</summary>
    Task<Watch?> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Creates or replaces a watch; <see cref="Watch.Version"/> of the answer is one more than <paramref name="expectedVersion"/>.</summary>
    /// <param name="watch">What to store; its version is ignored.</param>
    /// <param name="expectedVersion">The version the store must hold now; 0 when the watch must not exist yet.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="VersionConflictException">The store holds another version.</exception>
    Task<Watch> PutAsync(Watch watch, int expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes a watch.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="VersionConflictException">The store holds another version than <paramref name="expectedVersion"/>.</exception>
    Task<bool> DeleteAsync(string id, int? expectedVersion = null, CancellationToken cancellationToken = default);
}
