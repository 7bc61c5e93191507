using Microsoft.Extensions.Options;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Feeds;
using NewsWatch.Ingestion.Intake;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.Pages;

/// <summary>
/// Fetches the pages that a poll wants, one after the other, and publishes each article as soon as its page is there. No item waits longer than
/// <see cref="PageOptions.Wait"/>: then it goes out as the feed gives it, and the page, when it comes, is its next revision.
/// </summary>
internal sealed class PagePoll(PageFetcher pages, IArticleIntake intake, IOptions<PageOptions> options, TimeProvider clock, ILogger<PagePoll> logger) : IDisposable
{
    private readonly PageOptions _options = options.Value;
    private readonly SemaphoreSlim _slots = new(options.Value.Concurrency);

    /// <summary>The state with what became of the pages.</summary>
    public async Task<FeedState> RunAsync(PollOutcome polled, CancellationToken cancellationToken)
    {
        using var activity = IngestionTelemetry.Source.StartActivity("feed pages");
        activity?.SetTag("newswatch.feed.url", polled.Feed.Url);
        var started = clock.GetUtcNow();
        var round = new Round(polled, started + _options.Budget);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var fetching = FetchAllAsync(round, cancellationToken);
        var patience = Task.Delay(_options.Wait, clock, stop.Token);
        await Task.WhenAny(fetching, patience);
        await stop.CancelAsync();
        // Before the rest of the pages: what waits here are alerts.
        if (!fetching.IsCompleted) await PublishTeasersAsync(round, polled.Pages.Where(p => p.TryPublish()), cancellationToken);
        await fetching;
        if (round.Brought > 0) logger.PagesBrought(polled.Feed.Title ?? polled.Feed.Url, round.Brought, polled.Pages.Count(p => p.Memory.Tries < 0), polled.Pages.Count);
        return polled.State with
        {
            Articles = polled.State.Articles + round.Brought,
            Remembered = [.. (polled.State.Remembered ?? []).Where(r => !polled.Pages.Any(p => p.Memory.Item == r.Item)), .. polled.Pages.Select(p => p.Memory)],
        };
    }

    public void Dispose() => _slots.Dispose();

    private async Task FetchAllAsync(Round round, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            foreach (var item in round.Polled.Pages)
            {
                var fetched = clock.GetUtcNow() < round.Until ? await pages.FetchAsync(item.Draft.Url!, round.Until, cancellationToken) : new PageFetch.Later("There was no time left.");
                await SettleAsync(round, item, fetched, cancellationToken);
            }
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task SettleAsync(Round round, WaitingItem item, PageFetch fetched, CancellationToken cancellationToken)
    {
        var goesOutFirst = fetched is PageFetch.Read && item.TryPublish();
        var address = goesOutFirst && !item.IsKnown ? null : item.Address;
        if (fetched is PageFetch.Read read && PageText.Join(item.Draft, read, address, round.IsFirst) is { } joined)
        {
            await PublishAsync(round, [joined], cancellationToken);
            item.Memory = item.Memory with { Tries = -1, HasPage = true, Url = joined.Url == item.Draft.Url ? null : joined.Url };
            return;
        }

        var again = fetched is PageFetch.Later && item.Memory.Tries + 1 < _options.Tries;
        item.Memory = item.Memory with { Tries = again ? item.Memory.Tries + 1 : -1 };
        if (goesOutFirst || item.TryPublish()) await PublishTeasersAsync(round, [item], cancellationToken);
    }

    /// <summary>Publishes items as the feed gives them, where that is something.</summary>
    private async Task PublishTeasersAsync(Round round, IEnumerable<WaitingItem> items, CancellationToken cancellationToken)
    {
        var teasers = items.Where(i => !Teaser.IsBare(i.Draft)).Select(i => i.AsTeaser()).ToList();
        if (teasers.Count > 0) await PublishAsync(round, teasers, cancellationToken);
    }

    private async Task PublishAsync(Round round, List<ArticleDraft> drafts, CancellationToken cancellationToken)
    {
        var results = await intake.AcceptAsync(drafts, IntakeOrigin.Feed, cancellationToken: cancellationToken);
        round.Count(results);
        if (results.FirstOrDefault(r => r.Outcome == IntakeOutcome.Rejected) is { Error: { } error })
            logger.ItemsLeftOut(round.Polled.Feed.Title ?? round.Polled.Feed.Url, results.Count(r => r.Outcome == IntakeOutcome.Rejected), error);
    }

    private sealed class Round(PollOutcome polled, DateTimeOffset until)
    {
        private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
        private int _brought;

        public PollOutcome Polled => polled;

        public DateTimeOffset Until => until;

        public int Brought => Volatile.Read(ref _brought);

        /// <summary>Pages that give themselves the address of another one are not believed.</summary>
        public bool IsFirst(string address) => _addresses.Add(address);

        public void Count(IReadOnlyList<IntakeResult> results) =>
            Interlocked.Add(ref _brought, results.Count(r => r.Outcome is IntakeOutcome.New or IntakeOutcome.Changed));
    }
}
