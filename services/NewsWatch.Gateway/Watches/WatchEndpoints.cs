using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Watches;

namespace NewsWatch.Gateway.Watches;

/// <summary><c>/api/watches</c>. Versions travel as <c>ETag</c> and <c>If-Match</c>.</summary>
internal static class WatchEndpoints
{
    public static void MapWatches(this IEndpointRouteBuilder routes)
    {
        var watches = routes.MapGroup("/api/watches").WithTags("Watches");
        watches.MapGet("/", ListAsync).WithName("ListWatches").WithSummary("All watches, by name.").Produces<IReadOnlyList<Watch>>();
        watches.MapPost("/", CreateAsync).WithName("CreateWatch").WithSummary("Creates a watch.")
            .Produces<Watch>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        watches.MapGet("/{id}", GetAsync).WithName("GetWatch").WithSummary("One watch.").Produces<Watch>().ProducesProblem(StatusCodes.Status404NotFound);
        watches.MapPut("/{id}", ReplaceAsync).WithName("ReplaceWatch").WithSummary("Replaces a watch; with If-Match only that version.")
            .Produces<Watch>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed);
        watches.MapDelete("/{id}", DeleteAsync).WithName("DeleteWatch").WithSummary("Removes a watch; its alerts stay.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed);
        watches.MapPreview();
        watches.MapRelated();
    }

    private static async Task<IResult> ListAsync(IWatchStore store, CancellationToken cancellationToken) =>
        Results.Ok(await store.ListAsync(cancellationToken));

    private static async Task<IResult> GetAsync(string id, IWatchStore store, HttpResponse response, CancellationToken cancellationToken) =>
        await store.GetAsync(id, cancellationToken) is { } watch ? Answer(response, watch) : NoSuchWatch(id);

    private static async Task<IResult> CreateAsync(
        WatchInput input, IWatchStore store, IChangePublisher changes, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var id = input.Id ?? NewId();
        if (WatchInput.IdProblem(id) is { } problem) return ApiProblems.Bad(problem);
        try
        {
            var watch = await store.PutAsync(input.ToWatch(id, clock.GetUtcNow()), expectedVersion: 0, cancellationToken);
            await changes.PublishAsync(new WatchChanged { WatchId = id, Version = watch.Version }, cancellationToken);
            response.Headers.ETag = VersionTag.Of(watch.Version);
            return Results.Created($"/api/watches/{id}", watch);
        }
        catch (VersionConflictException e)
        {
            return Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: $"There is a watch '{id}' already (version {e.CurrentVersion}): replace it with PUT, or choose another id.");
        }
    }

    private static async Task<IResult> ReplaceAsync(
        string id, WatchInput input, IWatchStore store, IChangePublisher changes, TimeProvider clock, HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        if (input.Id is not null && input.Id != id) return ApiProblems.Bad($"The body names watch '{input.Id}', the address '{id}'. A watch keeps its id; create a new one instead.");
        if (await store.GetAsync(id, cancellationToken) is not { } current) return NoSuchWatch(id);
        var watch = await store.PutAsync(input.ToWatch(id, clock.GetUtcNow(), current.Created), VersionTag.Read(request) ?? current.Version, cancellationToken);
        await changes.PublishAsync(new WatchChanged { WatchId = id, Version = watch.Version }, cancellationToken);
        return Answer(response, watch);
    }

    private static async Task<IResult> DeleteAsync(string id, IWatchStore store, IChangePublisher changes, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!await store.DeleteAsync(id, VersionTag.Read(request), cancellationToken)) return NoSuchWatch(id);
        await changes.PublishAsync(new WatchChanged { WatchId = id }, cancellationToken);
        return Results.NoContent();
    }

    private static string NewId() => DerivedId.From("watch", Guid.NewGuid().ToString("N"));

    private static IResult Answer(HttpResponse response, Watch watch)
    {
        response.Headers.ETag = VersionTag.Of(watch.Version);
        return Results.Ok(watch);
    }

    private static IResult NoSuchWatch(string id) => ApiProblems.NotFound($"There is no watch '{id}'.");
}
