using NewsWatch.Gateway.Articles;
using NewsWatch.Matching.Language;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Watches;

/// <summary>What a query would have found in the last days.</summary>
internal sealed class WatchPreview(IArticleSearch archive, TimeProvider clock)
{
    public const int MaxDays = 90;
    public const int DefaultDays = 7;
    private const int Samples = 20;

    /// <param name="query">The query.</param>
    /// <param name="days">Whole days, today included, so that the chart's first bar is not a part of a day.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="FormatException">The number of days is out of range.</exception>
    public async Task<PreviewAnswer> OfAsync(WatchQuery query, int days, CancellationToken cancellationToken)
    {
        if (days is < 1 or > MaxDays) throw new FormatException($"'days' is 1 to {MaxDays}, not {days}.");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var first = today.AddDays(1 - days);
        var wanted = new ArticleQuery { Query = query, From = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero), Limit = Samples };
        var page = await archive.SearchAsync(wanted, cancellationToken);
        var counts = (await archive.CountPerDayAsync(wanted, cancellationToken)).ToDictionary(c => c.Day, c => c.Count);
        var perDay = Enumerable.Range(0, days).Select(first.AddDays).Select(day => new PreviewDay(day, counts.GetValueOrDefault(day))).ToList();
        return new PreviewAnswer(page.Total, perDay, [.. page.Items.Select(SearchItem.From)], query.Explain());
    }
}

public sealed record PreviewDay(DateOnly Day, long Count);

public sealed record PreviewAnswer(long Total, IReadOnlyList<PreviewDay> PerDay, IReadOnlyList<SearchItem> Items, string Explain)
{
    /// <summary>How each example that was sent comes out; absent where none was.</summary>
    public IReadOnlyList<ExampleCheck>? Examples { get; init; }
}
