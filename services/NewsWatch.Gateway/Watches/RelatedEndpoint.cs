using NewsWatch.Contracts;
using NewsWatch.Gateway.Articles;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Catalogue;
using NewsWatch.Storage.Insights;

namespace NewsWatch.Gateway.Watches;

/// <summary><c>GET /api/watches/{id}/related</c>: phrases that rise with a watch, to widen or split it by.</summary>
internal static class RelatedEndpoint
{
    private const int MaxDays = 365;

    public static void MapRelated(this IEndpointRouteBuilder watches) =>
        watches.MapGet("/{id}/related", RelatedAsync).WithName("RelatedToWatch")
            .WithSummary("Words and phrases that stand much more often in what a watch finds than in the archive as a whole; over the last 'days', 30 unless told otherwise.")
            .Produces<RelatedAnswer>().ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> RelatedAsync(
        string id, int? days, int? limit, ICatalogueStore<Watch> store, QueryReader queries, IArticleInsights insights, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (days is < 1 or > MaxDays) return ApiProblems.Bad($"'days' is 1 to {MaxDays}, not {days}.");
        var most = QueryLimit.Read(limit, lowest: 1, highest: 100, otherwise: 20);
        if (await store.GetAsync(id, cancellationToken) is not { } watch) return ApiProblems.NotFound($"There is no watch '{id}'.");
        var query = new ArticleQuery { Query = await queries.ReadAsync(watch.Query, cancellationToken), From = clock.GetUtcNow().AddDays(-(days ?? 30)) };
        return Results.Ok(new RelatedAnswer(await insights.RelatedAsync(query, most, cancellationToken)));
    }
}
