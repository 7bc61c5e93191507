using Microsoft.Extensions.Options;
using NewsWatch.Ingestion.Intake;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>Claims due feeds and polls them, several at once. Any number of instances share the feeds through their leases.</summary>
internal sealed class FeedPoller(FeedList list, FeedPoll poll, IFeedStateStore states, IOptions<FeedOptions> options, TimeProvider clock, ILogger<FeedPoller> logger)
    : BackgroundService
{
    private readonly FeedOptions _options = options.Value;
    private readonly string _owner = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_options.Enabled) return;
        using var slots = new SemaphoreSlim(_options.Concurrency);
        using var timer = new PeriodicTimer(_options.Tick, clock);
        do
        {
            try
            {
                await list.RefreshAsync(stoppingToken);
                await PollDueAsync(slots, stoppingToken);
            }
            catch (StoreUnavailableException e)
            {
                logger.FeedsUnreadable(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PollDueAsync(SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        if (slots.CurrentCount == 0) return;
        foreach (var state in await states.ClaimDueAsync(_owner, clock.GetUtcNow(), _options.Lease, slots.CurrentCount, cancellationToken))
        {
            await slots.WaitAsync(cancellationToken);
            _ = PollAsync(state, slots, cancellationToken);
        }
    }

    /// <summary>Whatever goes wrong here costs this poll only: the lease ends and the feed is due again.</summary>
    private async Task PollAsync(FeedState state, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        try
        {
            var next = list.Find(state.FeedId) is { } feed ? await poll.RunAsync(feed, state, cancellationToken) : state;
            await states.ReleaseAsync(_owner, next, cancellationToken);
        }
        catch (Exception e) when (e is BrokerUnavailableException or IntakeBusyException or StoreUnavailableException)
        {
            logger.PollWaits(state.FeedId, e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            logger.PollFailed(state.FeedId, e);
        }
        finally
        {
            if (!cancellationToken.IsCancellationRequested) slots.Release();
        }
    }
}
