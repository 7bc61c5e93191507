using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Gateway.Transfer;

/// <summary><c>GET /api/export/…</c>: everything that is kept, page by page, oldest first, so that an export that was interrupted can go on.</summary>
internal static class ExportEndpoints
{
    private const int LargestPage = 500;

    /// <summary>A page ends early when its texts get this long: articles differ in size by a factor of a thousand.</summary>
    private const int LongestPage = 4 * 1024 * 1024;

    public static void MapExport(this IEndpointRouteBuilder routes)
    {
        var export = routes.MapGroup("/api/export").WithTags("Move");
        export.MapGet("/articles", ArticlesAsync).WithName("ReadArchivedArticles").WithSummary("Articles with all their revisions, first seen first; 'next' of a page is 'after' of the following.")
            .Produces<ExportedPage<Article>>();
        export.MapGet("/alerts", AlertsAsync).WithName("ReadArchivedAlerts").WithSummary("Alerts, first raised first.")
            .Produces<ExportedPage<AlertRaised>>();
        export.MapGet("/fragments", FragmentsAsync).WithName("ReadAllFragments").WithSummary("All fragments, each behind those that it names.").Produces<ExportedPage<QueryFragment>>();
        export.MapGet("/watches", WatchesAsync).WithName("ReadAllWatches").WithSummary("All watches.").Produces<ExportedPage<Watch>>();
        export.MapGet("/feeds", FeedsAsync).WithName("ReadAllFeeds").WithSummary("All feeds as they were added, without their health.").Produces<ExportedPage<Feed>>();
    }

    private static async Task<IResult> ArticlesAsync(string? after, int? limit, IArticleArchive archive, CancellationToken cancellationToken)
    {
        var wanted = Limit(limit);
        var read = await archive.ReadAsync(string.IsNullOrEmpty(after) ? null : after, wanted, cancellationToken);
        var (articles, taken, length) = (new List<Article>(), 0, 0L);
        while (taken < read.Count && (taken == 0 || length < LongestPage))
        {
            articles.AddRange(read[taken].Revisions.Select(ToMilliseconds));
            length += read[taken].Revisions.Sum(r => (long)r.Title.Length + r.Summary.Length + r.Body.Length);
            taken++;
        }

        var isEnd = taken == read.Count && read.Count < wanted;
        return Results.Ok(new ExportedPage<Article>(articles, isEnd ? null : read[taken - 1].Cursor));
    }

    private static async Task<IResult> AlertsAsync(string? after, int? limit, IAlertSearch archive, CancellationToken cancellationToken)
    {
        var page = await archive.ListAsync(new AlertQuery { OldestFirst = true, Limit = Limit(limit), After = string.IsNullOrEmpty(after) ? null : after }, cancellationToken);
        return Results.Ok(new ExportedPage<AlertRaised>(page.Items, page.Next));
    }

    private static async Task<IResult> FragmentsAsync(ICatalogueStore<QueryFragment> fragments, CancellationToken cancellationToken) =>
        Results.Ok(new ExportedPage<QueryFragment>(FragmentOrder.ReferredFirst(await fragments.ListAsync(cancellationToken)), null));

    private static async Task<IResult> WatchesAsync(ICatalogueStore<Watch> watches, CancellationToken cancellationToken) =>
        Results.Ok(new ExportedPage<Watch>(await watches.ListAsync(cancellationToken), null));

    private static async Task<IResult> FeedsAsync(ICatalogueStore<Feed> feeds, CancellationToken cancellationToken) =>
        Results.Ok(new ExportedPage<Feed>(await feeds.ListAsync(cancellationToken), null));

    /// <summary>Stores count in milliseconds, but some keep an older revision as it came: an export says the same of both.</summary>
    private static Article ToMilliseconds(Article article) => article with { Seen = Cut(article.Seen), Revised = Cut(article.Revised), Published = article.Published is { } published ? Cut(published) : null };

    private static DateTimeOffset Cut(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    private static int Limit(int? limit) => limit switch
    {
        null => LargestPage,
        >= 1 and <= LargestPage => limit.Value,
        _ => throw new FormatException($"'limit' is 1 to {LargestPage}, not {limit}."),
    };
}

/// <summary>A page of an export; without <paramref name="Next"/> it is the last.</summary>
public sealed record ExportedPage<T>(IReadOnlyList<T> Items, string? Next);
