using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Gateway.Fragments;

/// <summary>Reads queries with the stored fragments. The store is asked only where a query may name one, so that all others cost what they would without.</summary>
internal sealed class QueryReader(ICatalogueStore<QueryFragment> store)
{
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    public async Task<WatchQuery> ReadAsync(string query, CancellationToken cancellationToken) => WatchQuery.Parse(query, await FragmentsForAsync(query, cancellationToken));

    /// <summary>The fragments that a query may name.</summary>
    public Task<IFragmentSource> FragmentsForAsync(string? query, CancellationToken cancellationToken) => FragmentsForAsync([query], cancellationToken);

    /// <summary>The fragments that queries may name.</summary>
    public async Task<IFragmentSource> FragmentsForAsync(IEnumerable<string?> queries, CancellationToken cancellationToken) =>
        queries.Any(FragmentNames.MayBeIn) ? (await store.ListAsync(cancellationToken)).ToSet() : FragmentSet.None;
}
