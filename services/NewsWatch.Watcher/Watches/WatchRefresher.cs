using NewsWatch.Storage;

namespace NewsWatch.Watcher.Watches;

/// <summary>Reads the watches at start and, in case an announcement was lost, from time to time.</summary>
internal sealed class WatchRefresher(CurrentWatches watches, TimeProvider clock, ILogger<WatchRefresher> logger) : BackgroundService
{
    private static readonly TimeSpan Regularly = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Regularly;
            try
            {
                await watches.RefreshAsync(stoppingToken);
            }
            catch (StoreUnavailableException e)
            {
                logger.WatchesUnreadable(e.Message);
                wait = AfterFailure;
            }

            await Task.Delay(wait, clock, stoppingToken);
        }
    }
}
