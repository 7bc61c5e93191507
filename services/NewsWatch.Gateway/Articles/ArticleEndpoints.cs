using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Gateway.Kibana;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Articles;

/// <summary>Reading the archive: <c>GET /api/articles</c> and <c>/api/articles/{id}</c>.</summary>
internal static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/api/articles").WithTags("Articles");
        articles.MapGet("/", SearchAsync).WithName("SearchArticles")
            .WithSummary("Searches the archive; 'q' is the watch language, no query finds everything.")
            .Produces<SearchAnswer>().ProducesProblem(StatusCodes.Status410Gone);
        articles.MapGet("/{id}", GetAsync).WithName("GetArticle")
            .WithSummary("One article, whole: the latest revision, or the one asked for.")
            .Produces<Article>().ProducesProblem(StatusCodes.Status404NotFound);
        articles.MapCounts();
        articles.MapNeighbours();
    }

    private static async Task<IResult> SearchAsync([AsParameters] SearchParameters parameters, QueryReader queries, IArticleSearch archive, KibanaLinks kibana, CancellationToken cancellationToken)
    {
        var query = await parameters.ToQueryAsync(queries, cancellationToken);
        var page = await archive.SearchAsync(query, cancellationToken);
        return Results.Ok(SearchAnswer.From(page) with { Kibana = kibana.Search(query) });
    }

    private static async Task<IResult> GetAsync(string id, int? revision, IArticleSearch archive, CancellationToken cancellationToken)
    {
        if (!DerivedId.IsWellFormed(id)) return NoArticleId(id);
        var article = await archive.GetAsync(id, revision, cancellationToken);
        return article is not null ? Results.Ok(article)
            : ApiProblems.NotFound(revision is null ? $"There is no article '{id}'." : $"There is no revision {revision} of an article '{id}'.");
    }

    public static IResult NoArticleId(string id) =>
        ApiProblems.NotFound($"'{id}' is no article id: an id has {DerivedId.Length} characters of A-Z, a-z, 0-9, '-' and '_'.");
}
