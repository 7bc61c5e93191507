using NewsWatch.Matching.Language;

namespace NewsWatch.Gateway.Watches;

/// <summary><c>POST /api/watches/preview</c>: what a query would have found in the last days.</summary>
internal static class PreviewEndpoint
{
    public static void MapPreview(this IEndpointRouteBuilder watches) =>
        watches.MapPost("/preview", PreviewAsync).WithName("PreviewWatch")
            .WithSummary("What a query would have found in the last days, before it is saved.")
            .Produces<PreviewAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> PreviewAsync(PreviewInput input, WatchPreview preview, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.Query)) return ApiProblems.Bad("'query' is required.");
        return Results.Ok(await preview.OfAsync(WatchQuery.Parse(input.Query), input.Days ?? WatchPreview.DefaultDays, cancellationToken));
    }
}

public sealed record PreviewInput(string? Query, int? Days);
