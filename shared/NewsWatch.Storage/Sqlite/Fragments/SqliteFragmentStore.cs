using NewsWatch.Contracts;
using NewsWatch.Storage.Fragments;

namespace NewsWatch.Storage.Sqlite.Fragments;

/// <summary>Fragments in catalogue.db.</summary>
internal sealed class SqliteFragmentStore(SqliteFiles files) : IFragmentStore
{
    private readonly SqliteDocuments<QueryFragment> _fragments = new(files.Catalogue, "fragment", "fragment");

    public async Task<IReadOnlyList<QueryFragment>> ListAsync(CancellationToken cancellationToken = default) =>
        CatalogueOrder.ByName(await _fragments.ListAsync(cancellationToken));

    public Task<QueryFragment?> GetAsync(string name, CancellationToken cancellationToken = default) => _fragments.GetAsync(name, cancellationToken);

    public Task<QueryFragment> PutAsync(QueryFragment fragment, int expectedVersion, CancellationToken cancellationToken = default) =>
        _fragments.PutAsync(fragment.Name, fragment with { Version = expectedVersion + 1 }, expectedVersion, cancellationToken);

    public Task<bool> DeleteAsync(string name, int? expectedVersion = null, CancellationToken cancellationToken = default) =>
        _fragments.DeleteAsync(name, expectedVersion, cancellationToken);
}
