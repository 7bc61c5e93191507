using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Gateway.Feeds;

/// <summary><c>/api/feeds</c>: the feeds with their health.</summary>
internal static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        var feeds = routes.MapGroup("/api/feeds").WithTags("Feeds");
        feeds.MapGet("/", ListAsync).WithName("ListFeeds").WithSummary("All feeds with their health.").Produces<IReadOnlyList<FeedView>>();
        feeds.MapPost("/", CreateAsync).WithName("CreateFeed").WithSummary("Adds a feed.")
            .Produces<FeedView>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        feeds.MapGet("/{id}", GetAsync).WithName("GetFeed").WithSummary("One feed with its health.").Produces<FeedView>().ProducesProblem(StatusCodes.Status404NotFound);
        feeds.MapPut("/{id}", ReplaceAsync).WithName("ReplaceFeed").WithSummary("Replaces a feed; with If-Match only that version.")
            .Produces<FeedView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed);
        feeds.MapDelete("/{id}", DeleteAsync).WithName("DeleteFeed").WithSummary("Removes a feed; its articles stay.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        feeds.MapPost("/{id}/refresh", RefreshAsync).WithName("RefreshFeed").WithSummary("Polls a feed now.")
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(IFeedStore store, IFeedStateStore states, CancellationToken cancellationToken)
    {
        var feeds = await store.ListAsync(cancellationToken);
        var known = await states.GetAsync([.. feeds.Select(f => f.Id)], cancellationToken);
        return Results.Ok(feeds.Select(feed => FeedView.From(feed, known.GetValueOrDefault(feed.Id))));
    }

    private static async Task<IResult> GetAsync(string id, IFeedStore store, IFeedStateStore states, HttpResponse response, CancellationToken cancellationToken) =>
        await store.GetAsync(id, cancellationToken) is { } feed ? await AnswerAsync(response, feed, states, cancellationToken) : NoSuchFeed(id);

    private static async Task<IResult> CreateAsync(FeedInput input, IFeedStore store, IChangePublisher changes, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var wanted = input.ToFeed(clock.GetUtcNow());
        try
        {
            var feed = await store.PutAsync(wanted, expectedVersion: 0, cancellationToken);
            await changes.PublishAsync(new FeedChanged { FeedId = feed.Id, Version = feed.Version }, cancellationToken);
            response.Headers.ETag = VersionTag.Of(feed.Version);
            return Results.Created($"/api/feeds/{feed.Id}", FeedView.From(feed, null));
        }
        catch (VersionConflictException)
        {
            return Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: $"The feed {wanted.Url} is there already as '{wanted.Id}'.");
        }
    }

    private static async Task<IResult> ReplaceAsync(
        string id, FeedInput input, IFeedStore store, IFeedStateStore states, IChangePublisher changes, TimeProvider clock, HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(id, cancellationToken) is not { } current) return NoSuchFeed(id);
        var feed = await store.PutAsync(input.ToFeed(clock.GetUtcNow(), current.Created) with { Id = id }, VersionTag.Read(request) ?? current.Version, cancellationToken);
        // Who ends a pause wants to see news, not to wait for the next turn.
        await changes.PublishAsync(new FeedChanged { FeedId = id, Version = feed.Version, Refresh = feed.Enabled && !current.Enabled }, cancellationToken);
        return await AnswerAsync(response, feed, states, cancellationToken);
    }

    private static async Task<IResult> DeleteAsync(string id, IFeedStore store, IChangePublisher changes, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!await store.DeleteAsync(id, VersionTag.Read(request), cancellationToken)) return NoSuchFeed(id);
        await changes.PublishAsync(new FeedChanged { FeedId = id }, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> RefreshAsync(string id, IFeedStore store, IChangePublisher changes, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(id, cancellationToken) is not { } feed) return NoSuchFeed(id);
        if (!feed.Enabled) return ApiProblems.Bad("This feed is paused; enable it first.");
        await changes.PublishAsync(new FeedChanged { FeedId = id, Version = feed.Version, Refresh = true }, cancellationToken);
        return Results.Accepted($"/api/feeds/{id}");
    }

    private static async Task<IResult> AnswerAsync(HttpResponse response, Feed feed, IFeedStateStore states, CancellationToken cancellationToken)
    {
        response.Headers.ETag = VersionTag.Of(feed.Version);
        var known = await states.GetAsync([feed.Id], cancellationToken);
        return Results.Ok(FeedView.From(feed, known.GetValueOrDefault(feed.Id)));
    }

    private static IResult NoSuchFeed(string id) => ApiProblems.NotFound($"There is no feed '{id}'.");
}
