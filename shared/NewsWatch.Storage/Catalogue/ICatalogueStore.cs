namespace NewsWatch.Storage.Catalogue;

/// <summary>What people make and edit, one kind of it: watches, fragments or feeds. The Gateway alone writes; the other services read.</summary>
/// <typeparam name="T">A record with a version that counts its edits.</typeparam>
public interface ICatalogueStore<T>
    where T : class
{
    /// <summary>All of them, in the order in which people see them: watches and fragments by name, feeds by folder and title.</summary>
    /// <exception cref="StoreUnavailableException">The store is away, or its writer has not made it yet.</exception>
    Task<IReadOnlyList<T>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>One of them, or <see langword="null"/>.</summary>
    /// <param name="id">A watch's or a feed's id; a fragment's name, in lower case and without the <c>@</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">The store is away, or its writer has not made it yet.</exception>
    Task<T?> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Creates or replaces one; the version of the answer is one more than <paramref name="expectedVersion"/>.</summary>
    /// <param name="item">What to store; its version is ignored.</param>
    /// <param name="expectedVersion">The version that the store must hold now; 0 when it must not exist yet.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="VersionConflictException">The store holds another version.</exception>
    Task<T> PutAsync(T item, int expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes one.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="VersionConflictException">The store holds another version than <paramref name="expectedVersion"/>.</exception>
    Task<bool> DeleteAsync(string id, int? expectedVersion = null, CancellationToken cancellationToken = default);
}
