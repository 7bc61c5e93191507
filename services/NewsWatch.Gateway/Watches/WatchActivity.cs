using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Watches;

/// <summary>How often each watch held lately.</summary>
internal sealed class WatchActivity(IAlertSearch archive, TimeProvider clock)
{
    public const int Days = 7;

    /// <summary>Alerts by watch and day, the last <see cref="Days"/> days, today last; of one watch, or of all that raised any.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<long>>> LastWeekAsync(string? watch, CancellationToken cancellationToken)
    {
        var first = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - Days);
        var counts = await archive.CountPerDayAsync(new AlertQuery { Watch = watch, From = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero) }, cancellationToken);
        return counts.GroupBy(c => c.Watch).ToDictionary(g => g.Key, g => (IReadOnlyList<long>)Week(g, first), StringComparer.Ordinal);
    }

    private static long[] Week(IEnumerable<WatchDayCount> counts, DateOnly first)
    {
        var week = new long[Days];
        foreach (var count in counts)
        {
            var day = count.Day.DayNumber - first.DayNumber;
            if (day is >= 0 and < Days) week[day] += count.Count;
        }

        return week;
    }
}
