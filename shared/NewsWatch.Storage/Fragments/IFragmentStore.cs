using NewsWatch.Contracts;

namespace NewsWatch.Storage.Fragments;

/// <summary>The named fragments of queries. The Gateway alone writes; Watchers read.</summary>
public interface IFragmentStore
{
    /// <summary>All fragments, by name.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyList<QueryFragment>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>One fragment, or <see langword="null"/>.</summary>
    /// <param name="name">In lower case, without the <c>@</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<QueryFragment?> GetAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Creates or replaces a fragment; <see cref="QueryFragment.Version"/> of the answer is one more than <paramref name="expectedVersion"/>.</summary>
    /// <param name="fragment">What to store; its version is ignored.</param>
    /// <param name="expectedVersion">The version the store must hold now; 0 when the fragment must not exist yet.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="VersionConflictException">The store holds another version.</exception>
    Task<QueryFragment> PutAsync(QueryFragment fragment, int expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Removes a fragment.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="VersionConflictException">The store holds another version than <paramref name="expectedVersion"/>.</exception>
    Task<bool> DeleteAsync(string name, int? expectedVersion = null, CancellationToken cancellationToken = default);
}
