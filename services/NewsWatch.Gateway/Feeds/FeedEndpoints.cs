namespace NewsWatch.Gateway.Feeds;

/// <summary><c>/api/feeds</c>: the feeds with their health.</summary>
internal static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        var feeds = routes.MapGroup("/api/feeds").WithTags("Feeds");
        feeds.MapGet("/", ListAsync).WithName("ListFeeds").WithSummary("All feeds with their health.").Produces<IReadOnlyList<FeedView>>();
        feeds.MapPost("/", CreateAsync).WithName("CreateFeed").WithSummary("Adds a feed.")
            .Produces<FeedView>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);
        feeds.MapGet("/{id}", GetAsync).WithName("GetFeed").WithSummary("One feed with its health.").Produces<FeedView>().ProducesProblem(StatusCodes.Status404NotFound);
        feeds.MapPut("/{id}", ReplaceAsync).WithName("ReplaceFeed").WithSummary("Replaces a feed; with If-Match only that version.")
            .Produces<FeedView>().ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed);
        feeds.MapDelete("/{id}", DeleteAsync).WithName("DeleteFeed").WithSummary("Removes a feed; its articles stay.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed);
        feeds.MapPost("/{id}/refresh", RefreshAsync).WithName("RefreshFeed").WithSummary("Polls a feed now; a paused one is not polled.")
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(FeedCatalogue feeds, CancellationToken cancellationToken) => Results.Ok(await feeds.ListAsync(cancellationToken));

    private static async Task<IResult> GetAsync(string id, FeedCatalogue feeds, HttpResponse response, CancellationToken cancellationToken) =>
        await feeds.GetAsync(id, cancellationToken) is { } feed ? Answer(response, feed) : NoSuchFeed(id);

    private static async Task<IResult> CreateAsync(FeedInput input, FeedCatalogue feeds, HttpResponse response, CancellationToken cancellationToken)
    {
        var feed = await feeds.CreateAsync(feeds.Read(input), cancellationToken);
        response.Headers.ETag = VersionTag.Of(feed.Version);
        return Results.Created($"/api/feeds/{feed.Id}", feed);
    }

    private static async Task<IResult> ReplaceAsync(string id, FeedInput input, FeedCatalogue feeds, HttpRequest request, HttpResponse response, CancellationToken cancellationToken) =>
        await feeds.ReplaceAsync(id, input, VersionTag.Read(request), cancellationToken) is { } feed ? Answer(response, feed) : NoSuchFeed(id);

    private static async Task<IResult> DeleteAsync(string id, FeedCatalogue feeds, HttpRequest request, CancellationToken cancellationToken) =>
        await feeds.DeleteAsync(id, VersionTag.Read(request), cancellationToken) is not null ? Results.NoContent() : NoSuchFeed(id);

    private static async Task<IResult> RefreshAsync(string id, FeedCatalogue feeds, CancellationToken cancellationToken) =>
        await feeds.RefreshAsync(id, cancellationToken) ? Results.Accepted($"/api/feeds/{id}") : NoSuchFeed(id);

    private static IResult Answer(HttpResponse response, FeedView feed)
    {
        response.Headers.ETag = VersionTag.Of(feed.Version);
        return Results.Ok(feed);
    }

    private static IResult NoSuchFeed(string id) => ApiProblems.NotFound($"There is no feed '{id}'.");
}
