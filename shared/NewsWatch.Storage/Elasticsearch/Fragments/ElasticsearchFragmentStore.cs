using NewsWatch.Contracts;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;
using NewsWatch.Storage.Fragments;

namespace NewsWatch.Storage.Elasticsearch.Fragments;

/// <summary>Fragments in an index of their own.</summary>
internal sealed class ElasticsearchFragmentStore(ElasticsearchHttp http, IndexNames names) : IFragmentStore
{
    private readonly VersionedDocuments<QueryFragment> _fragments = new(http, names.Fragments, "fragment", f => f.Version, key: "name");

    public async Task<IReadOnlyList<QueryFragment>> ListAsync(CancellationToken cancellationToken = default) =>
        CatalogueOrder.ByName(await _fragments.ListAsync(cancellationToken));

    public Task<QueryFragment?> GetAsync(string name, CancellationToken cancellationToken = default) => _fragments.GetAsync(name, cancellationToken);

    public Task<QueryFragment> PutAsync(QueryFragment fragment, int expectedVersion, CancellationToken cancellationToken = default) =>
        _fragments.PutAsync(fragment.Name, fragment with { Version = expectedVersion + 1 }, expectedVersion, cancellationToken);

    public Task<bool> DeleteAsync(string name, int? expectedVersion = null, CancellationToken cancellationToken = default) =>
        _fragments.DeleteAsync(name, expectedVersion, cancellationToken);
}
