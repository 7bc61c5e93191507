using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Insights;

namespace NewsWatch.Gateway.Articles;

/// <summary>What lies near: <c>GET /api/articles/{id}/similar</c> and <c>/api/articles/related</c>.</summary>
internal static class NeighbourEndpoints
{
    public static void MapNeighbours(this IEndpointRouteBuilder articles)
    {
        articles.MapGet("/{id}/similar", SimilarAsync).WithName("SimilarArticles")
            .WithSummary("Articles about the same, most alike first; 'score' is the share of what is characteristic that they have in common.")
            .Produces<SimilarAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        articles.MapGet("/related", RelatedAsync).WithName("RelatedPhrases")
            .WithSummary("Words and phrases that stand much more often in what a search finds than in the archive as a whole.")
            .Produces<RelatedAnswer>();
    }

    private static async Task<IResult> SimilarAsync(string id, int? limit, IArticleInsights insights, CancellationToken cancellationToken)
    {
        if (!DerivedId.IsWellFormed(id)) return ArticleEndpoints.NoArticleId(id);
        var similar = await insights.SimilarAsync(id, QueryLimit.Read(limit, lowest: 1, highest: 100, otherwise: 10), cancellationToken);
        return similar is null
            ? ApiProblems.NotFound($"There is no article '{id}'.")
            : Results.Ok(new SimilarAnswer([.. similar.Select(s => new SimilarItem(s.Score, SearchItem.From(new FoundArticle(s.Article, []))))]));
    }

    private static async Task<IResult> RelatedAsync([AsParameters] SearchParameters parameters, QueryReader queries, IArticleInsights insights, CancellationToken cancellationToken)
    {
        var limit = QueryLimit.Read(parameters.Limit, lowest: 1, highest: 100, otherwise: 20);
        return Results.Ok(new RelatedAnswer(await insights.RelatedAsync(await parameters.ToQueryAsync(queries, cancellationToken), limit, cancellationToken)));
    }
}

/// <summary>Articles that are like one.</summary>
public sealed record SimilarAnswer(IReadOnlyList<SimilarItem> Items);

/// <summary>An article that is like another, and how much.</summary>
public sealed record SimilarItem(double Score, SearchItem Article);

/// <summary>Phrases that go with a search.</summary>
public sealed record RelatedAnswer(IReadOnlyList<RelatedPhrase> Items);
