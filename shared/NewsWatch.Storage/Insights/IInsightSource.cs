using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Insights;

/// <summary>What <see cref="ArticleInsights"/> asks a store. A phrase is one or more tokens of the <c>Text</c> analysis, looked for in title, summary and body.</summary>
internal interface IInsightSource
{
    /// <summary>How many articles the archive holds.</summary>
    Task<long> TotalAsync(CancellationToken cancellationToken);

    /// <summary>In how many articles each phrase stands.</summary>
    Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<IReadOnlyList<string>> phrases, CancellationToken cancellationToken);

    /// <summary>The newest articles that a query finds, whole.</summary>
    Task<IReadOnlyList<Article>> NewestAsync(ArticleQuery query, int limit, CancellationToken cancellationToken);

    /// <summary>The articles in which most of the phrases stand, by the store's own relevance, whole.</summary>
    Task<IReadOnlyList<Article>> BestAsync(IReadOnlyList<IReadOnlyList<string>> phrases, int limit, CancellationToken cancellationToken);
}
