using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>Which articles the archive knows.</summary>
internal sealed class ElasticsearchArticleLookup(ArticleReader reader) : IArticleLookup
{
    public async Task<IReadOnlyDictionary<string, KnownArticle>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
    {
        var held = await reader.LatestAsync<HeldArticle>([.. ids.Distinct()], HeldArticle.Fields, cancellationToken);
        return held.ToDictionary(h => h.Key, h => new KnownArticle(h.Value.Revision, h.Value.Hash, h.Value.Seen));
    }
}
