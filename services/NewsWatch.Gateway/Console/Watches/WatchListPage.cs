using NewsWatch.Contracts;
using NewsWatch.Gateway.Watches;

namespace NewsWatch.Gateway.Console.Watches;

/// <summary><c>/watches</c>: what is watched for, and how often it was found lately; a page at a time, since a program may have made very many.</summary>
internal static class WatchListPage
{
    private const int PageSize = 100;

    public static void MapWatchList(this IEndpointRouteBuilder pages) => pages.MapGet("/watches", ShowAsync);

    private static async Task<IResult> ShowAsync(
        string? find, string? page, string? removed, string? restored, WatchCatalogue watches, WatchActivity activity, RecentlyRemoved<Watch> bin, CancellationToken cancellationToken)
    {
        var known = await watches.ListAsync(cancellationToken);
        var weeks = await activity.LastWeekAsync(null, cancellationToken);
        var wanted = find?.Trim() ?? "";
        var found = wanted.Length == 0 ? known : [.. known.Where(watch => Has(watch, wanted))];
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var number = int.TryParse(page, out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        return ConsolePage.Show<WatchListView, WatchListModel>(new WatchListModel
        {
            Rows = [.. found.Skip((number - 1) * PageSize).Take(PageSize).Select(watch => new WatchRow(watch, weeks.GetValueOrDefault(watch.Id) ?? new long[WatchActivity.Days]))],
            Known = known.Count,
            Found = found.Count,
            Find = wanted,
            Page = number,
            Pages = pages,
            First = ((number - 1) * PageSize) + 1,
            Removed = known.Any(w => w.Id == removed) ? null : bin.Find(removed),
            Restored = known.FirstOrDefault(w => w.Id == restored),
        });
    }

    private static bool Has(Watch watch, string text) =>
        watch.Name.Contains(text, StringComparison.CurrentCultureIgnoreCase)
        || watch.Topic.Contains(text, StringComparison.OrdinalIgnoreCase)
        || watch.Query.Contains(text, StringComparison.CurrentCultureIgnoreCase);
}

public sealed record WatchListModel
{
    // With fewer one sees at a glance whether it is there.
    private const int WorthSearching = 10;

    /// <summary>The watches of this page, by name.</summary>
    public required IReadOnlyList<WatchRow> Rows { get; init; }

    /// <summary>How many watches there are.</summary>
    public required int Known { get; init; }

    /// <summary>How many of them have the text that was asked for.</summary>
    public required int Found { get; init; }

    /// <summary>Text that a watch's name, topic or query must have.</summary>
    public required string Find { get; init; }

    /// <summary>Which page this is, from 1.</summary>
    public required int Page { get; init; }

    public required int Pages { get; init; }

    /// <summary>The number of the first row among those found.</summary>
    public required int First { get; init; }

    /// <summary>What was removed just now and can be brought back.</summary>
    public Watch? Removed { get; init; }

    /// <summary>What was brought back just now.</summary>
    public Watch? Restored { get; init; }

    public bool CanFind => Known > WorthSearching || Find.Length > 0;
}

/// <summary>A watch with its alerts by day, today last.</summary>
public sealed record WatchRow(Watch Watch, IReadOnlyList<long> Week);
