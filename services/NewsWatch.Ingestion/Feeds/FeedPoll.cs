using System.Diagnostics;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.Formats.Feeds;
using NewsWatch.Ingestion.Intake;
using NewsWatch.Ingestion.Web;
using NewsWatch.Ingestion.WebSub;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>One poll of one feed: fetch, read, hand over, and say what to remember.</summary>
internal sealed class FeedPoll(WebFetcher web, FeedReader reader, HubChoice hubs, IArticleIntake intake, IOptions<FeedOptions> options, TimeProvider clock, ILogger<FeedPoll> logger)
{
    private readonly FeedOptions _options = options.Value;

    public async Task<PollOutcome> RunAsync(Feed feed, FeedState state, CancellationToken cancellationToken)
    {
        using var activity = IngestionTelemetry.Source.StartActivity("feed poll", ActivityKind.Internal);
        activity?.SetTag("newswatch.feed.url", feed.Url);
        state = Belonging(state, feed);
        var outcome = await web.FetchAsync(Request(feed, state), cancellationToken) switch
        {
            WebFetch.NotModified => new PollOutcome(feed, Unchanged(state)),
            WebFetch.Failed failed => new PollOutcome(feed, Failed(feed, state, failed)),
            WebFetch.Content content => await ReadAsync(feed, state, content, cancellationToken),
            _ => throw new UnreachableException(),
        };
        if (outcome.State.LastError is null) outcome = Subscribed(outcome, state.Hub);
        if (outcome.State.LastError is { } error) activity?.SetStatus(ActivityStatusCode.Error, error);
        if (outcome.State.QuietSince is not null && state.QuietSince is null) Quiet(feed, outcome.State);
        return outcome;
    }

    /// <summary>What was learnt at another address says nothing about this one.</summary>
    private static FeedState Belonging(FeedState state, Feed feed) =>
        state.Url is null || state.Url == feed.Url ? state with { Url = feed.Url } : new FeedState { FeedId = state.FeedId, Url = feed.Url, NextCheck = state.NextCheck, Articles = state.Articles };

    /// <summary>Asks whether the feed changed; now and then for all of it, since some servers lie, and always while pages of it are still wanted.</summary>
    private WebRequest Request(Feed feed, FeedState state)
    {
        var whole = Random.Shared.Next(_options.UnconditionalEvery) == 0 || state.Remembered?.Any(r => r.Tries >= 0) == true;
        return new WebRequest(state.MovedTo ?? feed.Url, WebRequest.Feed, whole ? null : state.ETag, whole ? null : state.LastModified);
    }

    private async Task<PollOutcome> ReadAsync(Feed feed, FeedState state, WebFetch.Content content, CancellationToken cancellationToken)
    {
        FeedDocument document;
        try
        {
            document = await reader.ReadAsync(content, cancellationToken);
        }
        catch (FeedFormatException e)
        {
            return new PollOutcome(feed, Failed(feed, state, new WebFetch.Failed(e.Message)));
        }

        var (now, first) = (clock.GetUtcNow(), state.LastSuccess is null);
        var items = FeedItems.Sort(document, feed, state, first, now - _options.BackfillOlderThan);
        var results = await intake.AcceptAsync(items.Ready, IntakeOrigin.Feed, cancellationToken: cancellationToken);
        var old = await intake.AcceptAsync(items.Old, IntakeOrigin.Feed, backfill: true, cancellationToken);
        var brought = Report(feed, [.. results, .. old]);
        var fresh = brought > 0 || items.Pages.Any(p => p.IsFresh);
        var learnt = FeedRhythm.Learn(state, document, fresh, first, now) with
        {
            ETag = content.ETag,
            LastModified = content.LastModified,
            MovedTo = content.MovedTo ?? state.MovedTo,
            Hub = hubs.Choose(state.Hub, document, content.Links),
            Title = document.Title ?? state.Title,
            Items = document.Items.Count,
            Articles = state.Articles + brought,
            LastItem = fresh ? now : state.LastItem,
            Remembered = items.Remembered.Count + items.Pages.Count > 0 ? [.. items.Remembered, .. items.Pages.Select(p => p.Memory)] : null,
        };
        Count("read");
        return new PollOutcome(feed, Succeeded(learnt, fresh), items.Pages);
    }

    /// <summary>What a hub announces need not be asked for so often. A hub is asked one poll after it was chosen: by then every instance can answer its question.</summary>
    private PollOutcome Subscribed(PollOutcome outcome, HubSubscription? stored)
    {
        if (outcome.State.Hub is not { } hub) return outcome;
        var now = clock.GetUtcNow();
        var next = outcome.State with { NextCheck = hubs.NextCheck(hub, outcome.State.NextCheck, now) };
        return hub == stored && HubChoice.IsToBeAsked(hub, now)
            ? outcome with { State = next with { Hub = hub with { Asked = now, Error = null } }, Subscribe = true }
            : outcome with { State = next };
    }

    private int Report(Feed feed, List<IntakeResult> results)
    {
        int Count(IntakeOutcome outcome) => results.Count(r => r.Outcome == outcome);
        var brought = Count(IntakeOutcome.New) + Count(IntakeOutcome.Changed);
        if (brought > 0) logger.FeedBrought(feed.Title ?? feed.Url, Count(IntakeOutcome.New), Count(IntakeOutcome.Changed), results.Count);
        if (Count(IntakeOutcome.Rejected) is > 0 and var refused)
            logger.ItemsLeftOut(feed.Title ?? feed.Url, refused, results.First(r => r.Outcome == IntakeOutcome.Rejected).Error!);
        return brought;
    }

    private FeedState Unchanged(FeedState state)
    {
        Count("unchanged");
        return Succeeded(state, brought: false);
    }

    private FeedState Succeeded(FeedState state, bool brought)
    {
        var now = clock.GetUtcNow();
        var interval = PollInterval.AfterSuccess(state.Interval, brought, state.UsualGap, now - (state.Newest ?? now), _options);
        return After(FeedRhythm.Listen(state, now, _options), interval) with { LastSuccess = now, LastError = null, Failures = 0, Gone = false };
    }

    private FeedState Failed(Feed feed, FeedState state, WebFetch.Failed failed)
    {
        Count("failed");
        // What a feed once moved to may end without the feed itself ending: ask at its own address before giving it up.
        var moved = state.MovedTo is not null && failed.Status is not null;
        var wait = PollInterval.AfterFailure(state.Interval, state.Failures + 1, _options);
        if (failed.RetryAfter > wait) wait = failed.RetryAfter.Value < _options.MaxInterval ? failed.RetryAfter.Value : _options.MaxInterval;
        var next = After(state, wait) with { Interval = state.Interval, LastError = failed.Reason, Failures = state.Failures + 1 };
        if (moved) next = next with { MovedTo = null, ETag = null, LastModified = null };
        else if (failed.Gone) next = next with { Gone = true, NextCheck = FeedTimes.Ended };
        if (next.Gone) logger.FeedEnded(feed.Title ?? feed.Url);
        else logger.FeedFailed(feed.Title ?? feed.Url, next.Failures, next.NextCheck, failed.Reason);
        return next;
    }

    private FeedState After(FeedState state, TimeSpan interval) => state with
    {
        LastChecked = clock.GetUtcNow(),
        Interval = interval,
        NextCheck = clock.GetUtcNow() + PollInterval.Jitter(interval),
    };

    private void Quiet(Feed feed, FeedState state)
    {
        IngestionTelemetry.QuietFeeds.Add(1);
        logger.FeedQuiet(feed.Title ?? feed.Url, state.Newest!.Value, state.UsualGap!.Value);
    }

    private static void Count(string outcome) => IngestionTelemetry.Polls.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
