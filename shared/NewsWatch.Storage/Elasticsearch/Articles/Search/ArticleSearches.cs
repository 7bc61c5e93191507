using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>Makes a query into a search, asking first for what the search needs to know.</summary>
internal sealed class ArticleSearches(AlertedArticles alerted)
{
    public async Task<ArticleSearchBody> BodyAsync(ArticleQuery query, CancellationToken cancellationToken) => new(query, await alerted.ClauseAsync(query, cancellationToken));
}
