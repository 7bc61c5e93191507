using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsWatch.Ingestion.Intake;
using NewsWatch.Ingestion.Pages;
using NewsWatch.Ingestion.Web;
using NewsWatch.Ingestion.WebSub;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>Claims due feeds and polls them, several at once. Any number of instances share the feeds through their leases.</summary>
internal sealed class FeedPoller(
    FeedList list, FeedPoll poll, PagePoll pages, HubSubscriber hubs, HostSlots hosts, IFeedStateStore states, IOptions<FeedOptions> options, TimeProvider clock, ILogger<FeedPoller> logger)
    : BackgroundService
{
    private readonly FeedOptions _options = options.Value;
    private readonly string _owner = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
    private readonly Channel<FeedState> _claimed = Channel.CreateUnbounded<FeedState>();
    private readonly Channel<bool> _hungry = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _options.Enabled ? Task.WhenAll([ClaimAsync(stoppingToken), .. Enumerable.Range(0, _options.Concurrency).Select(_ => WorkAsync(stoppingToken))]) : Task.CompletedTask;

    /// <summary>Claims as many as can be polled soon: at once again while more is due, else when the next tick comes.</summary>
    private async Task ClaimAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_options.Tick, clock);
        while (true)
        {
            var more = false;
            try
            {
                await list.RefreshAsync(cancellationToken);
                more = await ClaimDueAsync(cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // Whatever it is: nobody would start this loop again.
                logger.FeedsUnreadable(e.Message);
            }

            if (more) await _hungry.Reader.ReadAsync(cancellationToken);
            else if (!await timer.WaitForNextTickAsync(cancellationToken)) return;
        }
    }

    private async Task<bool> ClaimDueAsync(CancellationToken cancellationToken)
    {
        var wanted = _options.Concurrency - _claimed.Reader.Count;
        if (wanted <= 0) return true;
        var due = await states.ClaimDueAsync(_owner, clock.GetUtcNow(), _options.Lease, wanted, cancellationToken);
        foreach (var state in due) _claimed.Writer.TryWrite(state);
        return due.Count == wanted;
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var state in _claimed.Reader.ReadAllAsync(cancellationToken))
        {
            if (_claimed.Reader.Count <= _options.Concurrency / 2) _hungry.Writer.TryWrite(true);
            await PollAsync(state, cancellationToken);
        }
    }

    /// <summary>Whatever goes wrong here costs this poll only: the lease ends and the feed is due again.</summary>
    private Task PollAsync(FeedState state, CancellationToken cancellationToken) => GuardAsync(
        state.FeedId,
        async () =>
        {
            if (list.Find(state.FeedId) is not { } feed)
            {
                // Another instance heard of it first, or it was paused just now: the list will say.
                list.Invalidate();
                await states.ReleaseAsync(_owner, state, state with { NextCheck = clock.GetUtcNow() + _options.Tick }, cancellationToken);
                return;
            }

            using var slot = hosts.TryEnter(state.MovedTo ?? feed.Url);
            if (slot is null)
            {
                // Not at once: thousands may wait for the same host, and each look costs a write.
                await states.ReleaseAsync(_owner, state, state with { NextCheck = clock.GetUtcNow() + (_options.Tick * (10 + (10 * Random.Shared.NextDouble()))) }, cancellationToken);
                return;
            }

            var polled = await poll.RunAsync(feed, state, cancellationToken);
            if (polled.Pages.Count == 0) await ReleaseAsync(polled, state, polled.State, cancellationToken);
            else _ = FinishAsync(polled, state, cancellationToken);
        },
        cancellationToken);

    /// <summary>Pages take their time; the feeds behind this one do not wait for them.</summary>
    private Task FinishAsync(PollOutcome polled, FeedState claimed, CancellationToken cancellationToken) => GuardAsync(
        claimed.FeedId,
        async () => await ReleaseAsync(polled, claimed, await pages.RunAsync(polled, cancellationToken), cancellationToken),
        cancellationToken);

    private async Task ReleaseAsync(PollOutcome polled, FeedState claimed, FeedState outcome, CancellationToken cancellationToken)
    {
        var stored = await states.ReleaseAsync(_owner, claimed, outcome, cancellationToken);
        // What the hub said meanwhile stands in its place: the next poll sees whether there is still something to ask.
        if (polled.Subscribe && stored?.Hub is { } hub && hub == outcome.Hub) await hubs.AskAsync(polled.Feed, hub, cancellationToken);
    }

    private async Task GuardAsync(string feedId, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is BrokerUnavailableException or IntakeBusyException or StoreUnavailableException)
        {
            logger.PollWaits(feedId, e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            logger.PollFailed(feedId, e);
        }
    }
}
