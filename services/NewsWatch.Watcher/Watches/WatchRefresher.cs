namespace NewsWatch.Watcher.Watches;

/// <summary>Reads the watches at start, what was announced as soon as it was, and all of them from time to time, in case an announcement was lost.</summary>
internal sealed class WatchRefresher(CurrentWatches watches, ChangedWatches announced, TimeProvider clock, ILogger<WatchRefresher> logger) : BackgroundService
{
    private static readonly TimeSpan Regularly = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    // Reading very many watches takes seconds: then no more than one part in so many of the time.
    private const int PartOfTime = 50;

    // More are read as fast together with all others.
    private const int MostOneByOne = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                announced.Take();
                var started = clock.GetTimestamp();
                await watches.RefreshAsync(stoppingToken);
                await ReadAnnouncedAsync(clock.GetElapsedTime(started), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is: the news goes on with the watches in force.
                logger.WatchesUnreadable(e.Message);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    /// <summary>Reads what is announced, until it is time to read all.</summary>
    /// <param name="took">How long that took.</param>
    /// <param name="stoppingToken">Ends it.</param>
    private async Task ReadAnnouncedAsync(TimeSpan took, CancellationToken stoppingToken)
    {
        var wait = took * PartOfTime > Regularly ? took * PartOfTime : Regularly;
        for (var started = clock.GetTimestamp(); clock.GetElapsedTime(started) is var gone && gone < wait;)
        {
            await announced.WaitAsync(wait - gone, clock, stoppingToken);
            if (announced.Count > MostOneByOne)
            {
                // An import: reading all of them again and again is to leave as much time as it takes.
                await Task.Delay(took, clock, stoppingToken);
                return;
            }

            if (announced.Take() is not { } ids) return;
            if (ids.Count > 0) await watches.RefreshAsync(ids, stoppingToken);
        }
    }
}
