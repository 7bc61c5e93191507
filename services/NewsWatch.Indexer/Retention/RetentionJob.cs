using Microsoft.Extensions.Options;
using NewsWatch.Storage;
using NewsWatch.Storage.Hosting;
using NewsWatch.Storage.Retention;

namespace NewsWatch.Indexer.Retention;

/// <summary>Drops what the policy no longer keeps, at start and a few times a day. Several Indexers may do so at once.</summary>
internal sealed class RetentionJob(
    IArchiveRetention archive, IOptions<RetentionPolicy> policy, StoreReady ready, TimeProvider clock, ILogger<RetentionJob> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(6);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!policy.Value.DropsAnything) return;
        await ready.Task.WaitAsync(stoppingToken);
        while (true) await Task.Delay(await ApplyAsync(stoppingToken) ? Between : AfterFailure, clock, stoppingToken);
    }

    private async Task<bool> ApplyAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var month in await archive.ApplyAsync(policy.Value, cancellationToken)) logger.MonthDropped(month.Month, month.Collection, month.Documents);
            return true;
        }
        catch (StoreUnavailableException e)
        {
            logger.RetentionPutOff(e.Message);
            return false;
        }
    }
}
