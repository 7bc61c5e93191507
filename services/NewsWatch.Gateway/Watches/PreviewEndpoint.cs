using NewsWatch.Gateway.Fragments;

namespace NewsWatch.Gateway.Watches;

/// <summary><c>POST /api/watches/preview</c>: what a query would have found in the last days.</summary>
internal static class PreviewEndpoint
{
    public static void MapPreview(this IEndpointRouteBuilder watches) =>
        watches.MapPost("/preview", PreviewAsync).WithName("PreviewWatch")
            .WithSummary("What a query would have found in the last days, before it is saved.")
            .Produces<PreviewAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> PreviewAsync(PreviewInput input, QueryReader queries, WatchPreview preview, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.Query)) return ApiProblems.Bad("'query' is required.");
        return Results.Ok(await preview.OfAsync(await queries.ReadAsync(input.Query, cancellationToken), input.Days ?? WatchPreview.DefaultDays, cancellationToken));
    }
}

public sealed record PreviewInput(string? Query, int? Days);
