using System.Collections.Frozen;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>Which articles the archive knows.</summary>
internal sealed class ElasticsearchArticleLookup(ArticleReader reader, HeldIds known) : IArticleLookup
{
    private static readonly FrozenDictionary<string, KnownArticle> Nothing = FrozenDictionary<string, KnownArticle>.Empty;

    public async Task<IReadOnlyDictionary<string, KnownArticle>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
    {
        var possible = known.Among([.. ids.Distinct()]);
        if (possible.Count == 0) return Nothing;
        var held = await reader.LatestAsync<HeldArticle>(possible, HeldArticle.Fields, cancellationToken);
        return held.ToDictionary(h => h.Key, h => new KnownArticle(h.Value.Revision, h.Value.Hash, h.Value.Seen));
    }

    public void Announce(IReadOnlyCollection<string> ids) => known.Add(ids);
}
