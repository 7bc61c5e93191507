using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Storage;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Gateway.Explaining;

/// <summary><c>GET /api/articles/{id}/explain</c>: what became of an article, and why.</summary>
internal static class ExplainEndpoint
{
    private const int MostAlerts = 1_000;

    public static void MapExplain(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/articles/{id}/explain", ExplainAsync).WithName("ExplainArticle").WithTags("Articles")
            .WithSummary("What became of an article, in plain words: when it was seen, where it is stored, which watches held, which part of one did not, which alerts it raised.")
            .Produces<ArticleExplanation>().ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> ExplainAsync(
        string id, string? watch, int? revision, IArticleSearch archive, IAlertSearch alerts, ICatalogueStore<Watch> watches, QueryReader queries, IStore store, CancellationToken cancellationToken)
    {
        if (await archive.GetAsync(id, revision, cancellationToken) is not { } article)
            return ApiProblems.NotFound(revision is null ? $"There is no article '{id}' in the archive: it never came, was refused, or is still on its way." : $"There is no revision {revision} of an article '{id}'.");
        var asked = await AskedAsync(watch, watches, cancellationToken);
        if (asked is null) return ApiProblems.NotFound($"There is no watch '{watch}'.");
        var raised = (await alerts.ListAsync(new AlertQuery { Article = id, Limit = MostAlerts, OldestFirst = true }, cancellationToken)).Items;
        var fragments = await queries.FragmentsForAsync(asked.Select(w => w.Query), cancellationToken);
        var explained = asked.Select(w => WatchOutcome.Of(w, fragments, article, raised, withParts: watch is not null)).ToList();
        return Results.Ok(ArticleExplanation.Of(article, await RevisionsAsync(archive, article, cancellationToken), store.Name, raised, explained));
    }

    private static async Task<IReadOnlyList<Watch>?> AskedAsync(string? watch, ICatalogueStore<Watch> watches, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(watch)) return await watches.ListAsync(cancellationToken);
        return await watches.GetAsync(watch, cancellationToken) is { } found ? [found] : null;
    }

    private static async Task<IReadOnlyList<RevisionOutcome>> RevisionsAsync(IArticleSearch archive, Article article, CancellationToken cancellationToken)
    {
        var latest = await archive.GetAsync(article.Id, cancellationToken: cancellationToken) ?? article;
        var all = new List<RevisionOutcome>();
        for (var number = 1; number < latest.Revision; number++)
        {
            if (await archive.GetAsync(article.Id, number, cancellationToken) is { } older) all.Add(new(older.Revision, older.Revised, older.Title));
        }

        return [.. all, new(latest.Revision, latest.Revised, latest.Title)];
    }
}
