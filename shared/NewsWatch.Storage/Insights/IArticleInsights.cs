using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Insights;

/// <summary>What lies near an article or a query. Worked out here and not by the store, so that every store answers the same.</summary>
public interface IArticleInsights
{
    /// <summary>Articles about the same, most alike first; <see langword="null"/> when there is no such article.</summary>
    /// <param name="id">The article.</param>
    /// <param name="limit">Most articles, 1 to 100.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyList<SimilarArticle>?> SimilarAsync(string id, int limit = 10, CancellationToken cancellationToken = default);

    /// <summary>Words and phrases that stand much more often in what the query finds than in the archive as a whole, the most telling first.</summary>
    /// <param name="query">The newest few hundred articles that it finds are read; its sort, limit and cursor do not matter.</param>
    /// <param name="limit">Most phrases, 1 to 100.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyList<RelatedPhrase>> RelatedAsync(ArticleQuery query, int limit = 20, CancellationToken cancellationToken = default);
}

/// <summary>An article that is like another.</summary>
/// <param name="Article">The article; its body is empty.</param>
/// <param name="Score">0 to 1: how much of what is characteristic of the one stands in the other.</param>
public sealed record SimilarArticle(Article Article, double Score);

/// <summary>A word or phrase that goes with a query.</summary>
/// <param name="Phrase">As the articles write it.</param>
/// <param name="Query">The same in the watch language.</param>
/// <param name="Count">In how many of the articles read it stands.</param>
/// <param name="Sample">How many articles were read.</param>
/// <param name="Background">In how many articles of the whole archive it stands.</param>
/// <param name="Score">How telling it is: how much its share has risen, absolutely times relatively.</param>
public sealed record RelatedPhrase(string Phrase, string Query, long Count, long Sample, long Background, double Score);
