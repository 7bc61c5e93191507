using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;

namespace NewsWatch.Gateway.Watches;

/// <summary><c>POST /api/watches/preview</c>: what a query would have found in the last days.</summary>
internal static class PreviewEndpoint
{
    public static void MapPreview(this IEndpointRouteBuilder watches) =>
        watches.MapPost("/preview", PreviewAsync).WithName("PreviewWatch")
            .WithSummary("What a query would have found in the last days, before it is saved.")
            .Produces<PreviewAnswer>();

    private static async Task<IResult> PreviewAsync(PreviewInput input, QueryReader queries, WatchPreview preview, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.Query)) return ApiProblems.Bad("'query' is required.");
        var query = await queries.ReadAsync(input.Query, cancellationToken);
        var examples = ExampleCheck.Clean(input.Examples);
        var answer = await preview.OfAsync(query, input.Days ?? WatchPreview.DefaultDays, cancellationToken);
        return Results.Ok(examples is null ? answer : answer with { Examples = [.. ExampleCheck.Of(query, examples)] });
    }
}

/// <param name="Query">In the watch language.</param>
/// <param name="Days">How many days back, today included.</param>
/// <param name="Examples">Texts to try it on.</param>
public sealed record PreviewInput(string? Query, int? Days, WatchExampleTexts? Examples = null);
