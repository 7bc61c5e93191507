using NewsWatch.Gateway.Articles;
using NewsWatch.Matching.Language;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Watches;

/// <summary><c>POST /api/watches/preview</c>: what a query would have found in the last days.</summary>
internal static class PreviewEndpoint
{
    private const int MaxDays = 90;
    private const int Samples = 20;

    public static void MapPreview(this IEndpointRouteBuilder watches) =>
        watches.MapPost("/preview", PreviewAsync).WithName("PreviewWatch")
            .WithSummary("What a query would have found in the last days, before it is saved.")
            .Produces<PreviewAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> PreviewAsync(PreviewInput input, IArticleSearch archive, TimeProvider clock, CancellationToken cancellationToken)
    {
        var days = input.Days ?? 7;
        if (days is < 1 or > MaxDays) return ApiProblems.Bad($"'days' is 1 to {MaxDays}, not {days}.");
        if (string.IsNullOrWhiteSpace(input.Query)) return ApiProblems.Bad("'query' is required.");
        var parsed = WatchQuery.Parse(input.Query);

        // Whole days, today included, so that the chart's first bar is not a part of a day.
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var first = today.AddDays(1 - days);
        var query = new ArticleQuery { Query = parsed, From = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero), Limit = Samples };
        var page = await archive.SearchAsync(query, cancellationToken);
        var counts = (await archive.CountPerDayAsync(query, cancellationToken)).ToDictionary(c => c.Day, c => c.Count);
        var perDay = Enumerable.Range(0, days).Select(first.AddDays).Select(day => new PreviewDay(day, counts.GetValueOrDefault(day))).ToList();
        return Results.Ok(new PreviewAnswer(page.Total, perDay, [.. page.Items.Select(SearchItem.From)], parsed.Explain()));
    }
}

public sealed record PreviewInput(string? Query, int? Days);

public sealed record PreviewDay(DateOnly Day, long Count);

public sealed record PreviewAnswer(long Total, IReadOnlyList<PreviewDay> PerDay, IReadOnlyList<SearchItem> Items, string Explain);
