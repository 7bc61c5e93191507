using NewsWatch.Contracts;
using NewsWatch.Gateway.Articles;
using NewsWatch.Gateway.Console.Parts;
using NewsWatch.Gateway.Console.Problems;
using NewsWatch.Gateway.Console.Watches;
using NewsWatch.Gateway.Feeds;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Console.Feeds;

/// <summary><c>/feeds/{id}</c>: one feed, what it brought, and its buttons.</summary>
internal static class FeedPage
{
    private const int Items = 10;

    public static void MapFeedPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/feeds/{id}", ShowAsync);
        pages.MapPost("/feeds/{id}/pause", (string id, FeedCatalogue feeds, CancellationToken token) => EnableAsync(id, false, feeds, token));
        pages.MapPost("/feeds/{id}/resume", (string id, FeedCatalogue feeds, CancellationToken token) => EnableAsync(id, true, feeds, token));
        pages.MapPost("/feeds/{id}/refresh", async (string id, FeedCatalogue feeds, CancellationToken token) =>
            await feeds.RefreshAsync(id, token) ? ConsolePage.Go($"/feeds/{id}?asked=1") : NotFound(id));
        pages.MapPost("/feeds/{id}/remove", RemoveAsync);
        pages.MapPost("/feeds/undo", UndoAsync);
    }

    private static async Task<IResult> ShowAsync(string id, int? asked, FeedCatalogue feeds, IArticleSearch archive, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await feeds.GetAsync(id, cancellationToken) is not { } feed) return NotFound(id);
        var source = feed.Source ?? feed.Title;
        var items = source is null ? null : await archive.SearchAsync(new ArticleQuery { Source = source, Limit = Items }, cancellationToken);
        return ConsolePage.Show<FeedPageView, FeedPageModel>(new FeedPageModel(
            new FeedRow(feed, FeedWords.Of(feed.Health, clock.GetUtcNow())), source, [.. (items?.Items ?? []).Select(item => ResultLine.Of(SearchItem.From(item)))], asked is not null));
    }

    private static async Task<IResult> EnableAsync(string id, bool enabled, FeedCatalogue feeds, CancellationToken cancellationToken) =>
        await feeds.EnableAsync(id, enabled, cancellationToken) is null ? NotFound(id) : ConsolePage.Go($"/feeds/{id}");

    private static async Task<IResult> RemoveAsync(string id, FeedCatalogue feeds, RecentlyRemoved<Feed> bin, CancellationToken cancellationToken)
    {
        if (await feeds.DeleteAsync(id, null, cancellationToken) is not { } feed) return NotFound(id);
        bin.Add(id, feed);
        return ConsolePage.Go(Links.With("/feeds", ("removed", id)));
    }

    private static async Task<IResult> UndoAsync(HttpRequest request, FeedCatalogue feeds, RecentlyRemoved<Feed> bin, CancellationToken cancellationToken)
    {
        var id = (await request.ReadFormAsync(cancellationToken))["id"].ToString();
        if (bin.Find(id) is not { } feed) return NotFound(id);
        try
        {
            return ConsolePage.Go($"/feeds/{(await feeds.CreateAsync(feed, cancellationToken)).Id}");
        }
        catch (FeedPresentException present)
        {
            // It is back already: the button was pressed twice, or somebody added it anew.
            return ConsolePage.Go($"/feeds/{present.Id}");
        }
    }

    private static IResult NotFound(string id) =>
        ConsolePage.Show<ProblemView, Problem>(new Problem("There is no such feed.", $"No feed '{id}' is known; it may have been removed.", "Look for it in the list of feeds."), StatusCodes.Status404NotFound);
}

/// <param name="Row">The feed and how it is doing.</param>
/// <param name="Source">The outlet's name that its articles carry, as far as it is known.</param>
/// <param name="Latest">Its outlet's latest articles.</param>
/// <param name="IsAsked">Whether it was asked to be read just now.</param>
public sealed record FeedPageModel(FeedRow Row, string? Source, IReadOnlyList<ResultLine> Latest, bool IsAsked);
