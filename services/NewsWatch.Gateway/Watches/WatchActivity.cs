using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Watches;

/// <summary>How often each watch held lately.</summary>
internal sealed class WatchActivity(IAlertSearch archive, TimeProvider clock)
{
    public const int Days = 7;

    /// <summary>In a storm of alerts the charts show its latest part; they are there to be glanced at.</summary>
    private const int MostRead = 5_000;

    /// <summary>Alerts by watch and day, the last <see cref="Days"/> days, today last.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<long>>> LastWeekAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var first = today.AddDays(1 - Days);
        var counts = new Dictionary<string, IReadOnlyList<long>>(StringComparer.Ordinal);
        await foreach (var alert in SinceAsync(new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero), cancellationToken))
        {
            var day = DateOnly.FromDateTime(alert.Raised.UtcDateTime).DayNumber - first.DayNumber;
            if (day is < 0 or >= Days) continue;
            if (!counts.TryGetValue(alert.Watch.Id, out var week)) counts[alert.Watch.Id] = week = new long[Days];
            ((long[])week)[day]++;
        }

        return counts;
    }

    private async IAsyncEnumerable<AlertRaised> SinceAsync(DateTimeOffset from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        for (var read = 0; read < MostRead;)
        {
            var page = await archive.ListAsync(new AlertQuery { From = from, Limit = 1_000, After = after }, cancellationToken);
            foreach (var alert in page.Items) yield return alert;
            read += page.Items.Count;
            if ((after = page.Next) is null) yield break;
        }
    }
}
