using NewsWatch.Contracts;
using NewsWatch.Storage;

namespace NewsWatch.Gateway.Watches;

/// <summary><c>/api/watches</c>. Versions travel as <c>ETag</c> and <c>If-Match</c>.</summary>
internal static class WatchEndpoints
{
    public static void MapWatches(this IEndpointRouteBuilder routes)
    {
        var watches = routes.MapGroup("/api/watches").WithTags("Watches");
        watches.MapGet("/", ListAsync).WithName("ListWatches").WithSummary("All watches, by name.").Produces<IReadOnlyList<Watch>>();
        watches.MapPost("/", CreateAsync).WithName("CreateWatch").WithSummary("Creates a watch.")
            .Produces<Watch>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);
        watches.MapGet("/{id}", GetAsync).WithName("GetWatch").WithSummary("One watch.").Produces<Watch>().ProducesProblem(StatusCodes.Status404NotFound);
        watches.MapPut("/{id}", ReplaceAsync).WithName("ReplaceWatch").WithSummary("Replaces a watch; with If-Match only that version.")
            .Produces<Watch>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed);
        watches.MapDelete("/{id}", DeleteAsync).WithName("DeleteWatch").WithSummary("Removes a watch; its alerts stay.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed);
        watches.MapPreview();
        watches.MapRelated();
    }

    private static async Task<IResult> ListAsync(WatchCatalogue watches, CancellationToken cancellationToken) =>
        Results.Ok(await watches.ListAsync(cancellationToken));

    private static async Task<IResult> GetAsync(string id, WatchCatalogue watches, HttpResponse response, CancellationToken cancellationToken) =>
        await watches.GetAsync(id, cancellationToken) is { } watch ? Answer(response, watch) : NoSuchWatch(id);

    private static async Task<IResult> CreateAsync(WatchInput input, WatchCatalogue watches, HttpResponse response, CancellationToken cancellationToken)
    {
        try
        {
            var watch = await watches.CreateAsync(input, cancellationToken);
            response.Headers.ETag = VersionTag.Of(watch.Version);
            return Results.Created($"/api/watches/{watch.Id}", watch);
        }
        catch (VersionConflictException e)
        {
            return Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: $"There is a watch '{input.Id}' already (version {e.CurrentVersion}): replace it with PUT, or choose another id.");
        }
    }

    private static async Task<IResult> ReplaceAsync(string id, WatchInput input, WatchCatalogue watches, HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        if (input.Id is not null && input.Id != id) return ApiProblems.Bad($"The body names watch '{input.Id}', the address '{id}'. A watch keeps its id; create a new one instead.");
        return await watches.ReplaceAsync(id, input, VersionTag.Read(request), cancellationToken) is { } watch ? Answer(response, watch) : NoSuchWatch(id);
    }

    private static async Task<IResult> DeleteAsync(string id, WatchCatalogue watches, HttpRequest request, CancellationToken cancellationToken) =>
        await watches.DeleteAsync(id, VersionTag.Read(request), cancellationToken) ? Results.NoContent() : NoSuchWatch(id);

    private static IResult Answer(HttpResponse response, Watch watch)
    {
        response.Headers.ETag = VersionTag.Of(watch.Version);
        return Results.Ok(watch);
    }

    private static IResult NoSuchWatch(string id) => ApiProblems.NotFound($"There is no watch '{id}'.");
}
