using System.Diagnostics;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.Formats.Feeds;
using NewsWatch.Ingestion.Intake;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>One poll of one feed: fetch, read, hand over, and say what to remember.</summary>
internal sealed class FeedPoll(FeedFetcher fetcher, IArticleIntake intake, IOptions<FeedOptions> options, TimeProvider clock, ILogger<FeedPoll> logger)
{
    private readonly FeedOptions _options = options.Value;

    public async Task<FeedState> RunAsync(Feed feed, FeedState state, CancellationToken cancellationToken)
    {
        using var activity = IngestionTelemetry.Source.StartActivity("feed poll", ActivityKind.Internal);
        activity?.SetTag("newswatch.feed.url", feed.Url);
        state = Belonging(state, feed);
        var conditional = Random.Shared.Next(_options.UnconditionalEvery) != 0;
        var next = await fetcher.FetchAsync(feed, state, conditional, cancellationToken) switch
        {
            FeedFetch.NotModified => Unchanged(state),
            FeedFetch.Failed failed => Failed(feed, state, failed),
            FeedFetch.Content content => await ReadAsync(feed, state, content, cancellationToken),
            _ => throw new UnreachableException(),
        };
        if (next.LastError is { } error) activity?.SetStatus(ActivityStatusCode.Error, error);
        return next;
    }

    /// <summary>What was learnt at another address says nothing about this one.</summary>
    private static FeedState Belonging(FeedState state, Feed feed) =>
        state.Url is null || state.Url == feed.Url ? state with { Url = feed.Url } : new FeedState { FeedId = state.FeedId, Url = feed.Url, NextCheck = state.NextCheck, Articles = state.Articles };

    private async Task<FeedState> ReadAsync(Feed feed, FeedState state, FeedFetch.Content content, CancellationToken cancellationToken)
    {
        FeedDocument document;
        try
        {
            document = FeedParser.Parse(content.Bytes, content.ContentType, content.Address.AbsoluteUri);
        }
        catch (FeedFormatException e)
        {
            return Failed(feed, state, new FeedFetch.Failed(e.Message));
        }

        var results = await intake.AcceptAsync(FeedItems.ToDrafts(document, feed), IntakeOrigin.Feed, cancellationToken: cancellationToken);
        int Count(IntakeOutcome outcome) => results.Count(r => r.Outcome == outcome);
        var brought = Count(IntakeOutcome.New) + Count(IntakeOutcome.Changed);
        if (brought > 0) logger.FeedBrought(feed.Title ?? feed.Url, Count(IntakeOutcome.New), Count(IntakeOutcome.Changed), results.Count);
        if (Count(IntakeOutcome.Rejected) is > 0 and var refused)
            logger.ItemsLeftOut(feed.Title ?? feed.Url, refused, results.First(r => r.Outcome == IntakeOutcome.Rejected).Error!);
        return Succeeded(state, brought) with
        {
            ETag = content.ETag,
            LastModified = content.LastModified,
            MovedTo = content.MovedTo ?? state.MovedTo,
            Title = document.Title ?? state.Title,
            Items = document.Items.Count,
            Articles = state.Articles + brought,
        };
    }

    private FeedState Unchanged(FeedState state)
    {
        Count("unchanged");
        return After(state, PollInterval.AfterSuccess(state.Interval, brought: false, _options)) with { LastSuccess = clock.GetUtcNow(), LastError = null, Failures = 0 };
    }

    private FeedState Succeeded(FeedState state, int brought)
    {
        Count("read");
        return After(state, PollInterval.AfterSuccess(state.Interval, brought > 0, _options)) with
        {
            LastSuccess = clock.GetUtcNow(),
            LastItem = brought > 0 ? clock.GetUtcNow() : state.LastItem,
            LastError = null,
            Failures = 0,
        };
    }

    private FeedState Failed(Feed feed, FeedState state, FeedFetch.Failed failed)
    {
        Count("failed");
        var wait = PollInterval.AfterFailure(state.Interval, state.Failures + 1, _options);
        if (failed.RetryAfter > wait) wait = failed.RetryAfter.Value < _options.MaxInterval ? failed.RetryAfter.Value : _options.MaxInterval;
        var next = After(state, wait) with { Interval = state.Interval, LastError = failed.Reason, Failures = state.Failures + 1, Gone = failed.Gone };
        logger.FeedFailed(feed.Title ?? feed.Url, next.Failures, next.NextCheck, failed.Reason);
        return next;
    }

    private FeedState After(FeedState state, TimeSpan interval) => state with
    {
        LastChecked = clock.GetUtcNow(),
        Interval = interval,
        NextCheck = clock.GetUtcNow() + PollInterval.Jitter(interval),
    };

    private static void Count(string outcome) => IngestionTelemetry.Polls.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
