using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Storage.Hosting;

/// <summary>Prepares the store at start, however long it is away: processes may start in any order.</summary>
internal sealed class StorePreparation(IStore store, StoreCollections collections, StoreReady ready, TimeProvider clock, ILogger<StorePreparation> logger) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await UntilDoneAsync(store.PrepareAsync, stoppingToken);
        logger.StorePrepared(store.Name);
        ready.Set();
        await UntilDoneAsync(store.UpgradeAsync, stoppingToken);
    }

    private async Task UntilDoneAsync(Func<StoreCollections, CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                await work(collections, stoppingToken);
                return;
            }
            catch (StoreUnavailableException e)
            {
                logger.WaitingForStore(store.Name, wait.TotalSeconds, e.Message);
                await Task.Delay(wait, clock, stoppingToken);
            }
        }
    }
}
