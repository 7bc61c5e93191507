using NewsWatch.Contracts;
using NewsWatch.Gateway.Watches;

namespace NewsWatch.Gateway.Console.Watches;

/// <summary><c>/watches</c>: what is watched for, and how often it was found lately.</summary>
internal static class WatchListPage
{
    public static void MapWatchList(this IEndpointRouteBuilder pages) => pages.MapGet("/watches", ShowAsync);

    private static async Task<IResult> ShowAsync(string? removed, string? restored, WatchCatalogue watches, WatchActivity activity, RecentlyRemoved<Watch> bin, CancellationToken cancellationToken)
    {
        var known = await watches.ListAsync(cancellationToken);
        var weeks = await activity.LastWeekAsync(null, cancellationToken);
        return ConsolePage.Show<WatchListView, WatchListModel>(new WatchListModel(
            [.. known.Select(watch => new WatchRow(watch, weeks.GetValueOrDefault(watch.Id) ?? new long[WatchActivity.Days]))],
            known.Any(w => w.Id == removed) ? null : bin.Find(removed),
            known.FirstOrDefault(w => w.Id == restored)));
    }
}

/// <param name="Rows">The watches, by name.</param>
/// <param name="Removed">What was removed just now and can be brought back.</param>
/// <param name="Restored">What was brought back just now.</param>
public sealed record WatchListModel(IReadOnlyList<WatchRow> Rows, Watch? Removed, Watch? Restored);

/// <summary>A watch with its alerts by day, today last.</summary>
public sealed record WatchRow(Watch Watch, IReadOnlyList<long> Week);
