using NewsWatch.Contracts;
using NewsWatch.Gateway.Console.Problems;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Console.Articles;

/// <summary><c>/articles/{id}</c>: one article, with the places where watches held.</summary>
internal static class ArticlePage
{
    private const int MostAlerts = 200;

    public static void MapArticle(this IEndpointRouteBuilder pages) => pages.MapGet("/articles/{id}", ShowAsync);

    private static async Task<IResult> ShowAsync(string id, int? revision, string? alert, IArticleSearch archive, IAlertSearch alerts, QueryReader queries, CancellationToken cancellationToken)
    {
        if (!DerivedId.IsWellFormed(id) || await archive.GetAsync(id, null, cancellationToken) is not { } latest) return NotFound($"No article '{id}' is in the archive.", "It may have been removed because of its age, or the address was cut short.");
        var article = revision is null || revision == latest.Revision ? latest : await archive.GetAsync(id, revision, cancellationToken);
        if (article is null) return NotFound($"Revision {revision} of this article is not in the archive.", $"There are revisions 1 to {latest.Revision}.");
        var before = article.Revision > 1 ? await archive.GetAsync(id, article.Revision - 1, cancellationToken) : null;
        var raised = await alerts.ListAsync(new AlertQuery { Article = id, Limit = MostAlerts }, cancellationToken);
        var fragments = await queries.FragmentsForAsync(raised.Items.Select(a => a.Watch.Query), cancellationToken);
        return ConsolePage.Show<ArticleView, ArticleModel>(ArticleModel.Of(article, latest.Revision, raised.Items, alert, before, fragments));
    }

    public static IResult NotFound(string detail, string advice) =>
        ConsolePage.Show<ProblemView, Problem>(new Problem("There is no such article.", detail, advice), StatusCodes.Status404NotFound);
}
