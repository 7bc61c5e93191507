using NewsWatch.Contracts;
using NewsWatch.Gateway.Console.Live;
using NewsWatch.Gateway.Console.Problems;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Gateway.Queries;
using NewsWatch.Gateway.Watches;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.ServiceDefaults.Http;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Console.Watches;

/// <summary><c>/watches/{id}</c>: one watch, what it means, what it found, and how to be told.</summary>
internal static class WatchPage
{
    private const int Alerts = 10;

    public static void MapWatchPage(this IEndpointRouteBuilder pages) => pages.MapGet("/watches/{id}", ShowAsync);

    public static IResult NotFound(string id) => ConsolePage.Show<ProblemView, Problem>(
        new Problem("There is no such watch.", $"No watch '{id}' is known; it may have been removed.", "Look for it in the list of watches."), StatusCodes.Status404NotFound);

    private static async Task<IResult> ShowAsync(
        string id, string? saved, WatchCatalogue watches, WatchActivity activity, QueryReader queries, IAlertSearch archive, IConfiguration configuration, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await watches.GetAsync(id, cancellationToken) is not { } watch) return NotFound(id);
        var recent = await archive.ListAsync(new AlertQuery { Watch = id, Limit = Alerts }, cancellationToken);
        var fragments = await queries.FragmentsForAsync(watch.Query, cancellationToken);
        var weeks = await activity.LastWeekAsync(id, cancellationToken);
        return ConsolePage.Show<WatchView, WatchModel>(new WatchModel
        {
            Watch = watch,
            Meaning = QueryCheck.Of(watch.Query, fragments),
            Examples = ExamplesOf(watch, fragments),
            Week = weeks.GetValueOrDefault(id) ?? new long[WatchActivity.Days],
            Recent = [.. recent.Items.Select(AlertLine.Of)],
            IsSaved = saved is not null,
            HasBroker = !string.IsNullOrEmpty(configuration.GetConnectionString("rabbitmq")),
            AsksForKey = !string.IsNullOrWhiteSpace(configuration[ApiKey.Setting]),
            Origin = $"{request.Scheme}://{request.Host}",
        });
    }

    private static IReadOnlyList<ExampleCheck> ExamplesOf(Watch watch, IFragmentSource fragments)
    {
        try
        {
            return watch.Examples is null ? [] : [.. ExampleCheck.Of(WatchQuery.Parse(watch.Query, fragments), watch.Examples)];
        }
        catch (QuerySyntaxException)
        {
            return [];
        }
    }
}

public sealed record WatchModel
{
    public required Watch Watch { get; init; }

    /// <summary>What reading the query says today.</summary>
    public required QueryCheck Meaning { get; init; }

    public required IReadOnlyList<ExampleCheck> Examples { get; init; }

    /// <summary>Alerts by day, today last.</summary>
    public required IReadOnlyList<long> Week { get; init; }

    public required IReadOnlyList<AlertLine> Recent { get; init; }

    /// <summary>Whether it was saved just now.</summary>
    public required bool IsSaved { get; init; }

    /// <summary>Whether there is a broker that others can listen to.</summary>
    public required bool HasBroker { get; init; }

    /// <summary>Whether clients must show a key.</summary>
    public required bool AsksForKey { get; init; }

    /// <summary>This server, as the reader's browser sees it.</summary>
    public required string Origin { get; init; }
}
