using System.Globalization;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Articles;

/// <summary><c>GET /api/articles/counts</c>: how what a search finds is spread over days, outlets or languages.</summary>
internal static class CountEndpoint
{
    public static void MapCounts(this IEndpointRouteBuilder articles) =>
        articles.MapGet("/counts", CountAsync).WithName("CountArticles")
            .WithSummary("Counts what a search finds 'by' day, source, domain or lang; days come in order, the others most first.")
            .Produces<CountAnswer>();

    private static async Task<IResult> CountAsync([AsParameters] SearchParameters parameters, string? by, QueryReader queries, IArticleSearch archive, CancellationToken cancellationToken)
    {
        var query = await parameters.ToQueryAsync(queries, cancellationToken);
        var limit = QueryLimit.Read(parameters.Limit, lowest: 1);
        return by?.Trim().ToLowerInvariant() switch
        {
            null or "" or "day" => Results.Ok(new CountAnswer("day", [.. (await archive.CountPerDayAsync(query, cancellationToken)).Select(Day)])),
            "source" => await ByAsync(ArticleMember.Source),
            "domain" => await ByAsync(ArticleMember.Domain),
            "lang" => await ByAsync(ArticleMember.Lang),
            _ => throw new FormatException($"'by' is day, source, domain or lang, not '{by}'."),
        };

        async Task<IResult> ByAsync(ArticleMember member) =>
            Results.Ok(new CountAnswer(member.ToString().ToLowerInvariant(), await archive.CountByAsync(query, member, limit, cancellationToken)));
    }

    private static ValueCount Day(DayCount day) => new(day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Count);
}

/// <summary>Counts as the API gives them.</summary>
public sealed record CountAnswer(string By, IReadOnlyList<ValueCount> Items);
