using System.Diagnostics;
using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.ServiceDefaults.Telemetry;
using NewsWatch.Watcher.Watches;

namespace NewsWatch.Watcher.Matching;

/// <summary>Matches a batch and publishes its alerts; the batch is acknowledged when they are confirmed.</summary>
internal sealed class ArticlesIngestedConsumer(
    CurrentWatches watches, MatchingTurns turns, ArticleMatcher matcher, IAlertPublisher topic, RaisedLately raised, IBatchSplitter splitter, TimeProvider clock, ILogger<ArticlesIngestedConsumer> logger)
    : IConsumer<ArticlesIngested>
{
    public async Task Consume(ConsumeContext<ArticlesIngested> context)
    {
        await watches.Loaded.WaitAsync(context.CancellationToken);
        var batch = context.Message.Articles;
        using var activity = WatcherTelemetry.Source.StartActivity(
            "articles match", ActivityKind.Internal, default(ActivityContext), links: TraceContext.Links(batch.Select(a => (a.TraceParent, a.TraceState))));
        var alerts = new List<AlertRaised>();
        var accepted = new List<DateTimeOffset>();
        using (await turns.TakeAsync(context.CancellationToken))
        {
            foreach (var article in batch)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (!article.Backfill && TryMatch(article, alerts) is { } problem) await splitter.SetAsideAsync(context, article, problem);
                while (accepted.Count < alerts.Count) accepted.Add(article.Article.Revised);
            }
        }

        if (alerts.Count > 0) await PublishAsync(alerts, accepted, context.CancellationToken);
        // Only now: who sees an article counted knows that its alerts are on the topic.
        var old = batch.Count(a => a.Backfill);
        WatcherTelemetry.Articles.Add(batch.Count - old);
        if (old > 0) WatcherTelemetry.Backfilled.Add(old);
    }

    private Exception? TryMatch(IngestedArticle article, List<AlertRaised> alerts)
    {
        var before = alerts.Count;
        try
        {
            matcher.Match(article, alerts);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            alerts.RemoveRange(before, alerts.Count - before);
            logger.MatchFailed(article.Article.Id, e);
            return e;
        }
    }

    /// <param name="alerts">The alerts of a batch.</param>
    /// <param name="accepted">When the article of each was taken in.</param>
    /// <param name="cancellationToken">Stops waiting for the broker.</param>
    private async Task PublishAsync(List<AlertRaised> alerts, List<DateTimeOffset> accepted, CancellationToken cancellationToken)
    {
        await topic.PublishAsync(alerts, cancellationToken);
        var now = clock.GetUtcNow();
        WatcherTelemetry.Alerts.Add(alerts.Count);
        for (var i = 0; i < alerts.Count; i++)
        {
            raised.Add(alerts[i].Id);
            WatcherTelemetry.PushToAlert.Record((now - accepted[i]).TotalSeconds);
        }
    }
}

internal sealed class ArticlesIngestedConsumerDefinition : ConsumerDefinition<ArticlesIngestedConsumer>
{
    /// <summary>
    /// More than are matched at once: most batches of a flood raise an alert and then wait for the broker to have it on disk, and those behind them
    /// should be matched meanwhile. With all parts on two cores and the archive in SQLite, 43,400 articles a second with two, 55,100 with sixteen
    /// (medians of nine rounds each).
    /// </summary>
    private static readonly int BatchesAtOnce = Math.Max(16, 2 * MatchingTurns.AtOnce);

    public ArticlesIngestedConsumerDefinition()
    {
        EndpointName = Queues.WatcherArticles;
        ConcurrentMessageLimit = BatchesAtOnce;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<ArticlesIngestedConsumer> consumer, IRegistrationContext context)
    {
        endpoint.TakesArticles();
        endpoint.UseDefaultRetry<OperationCanceledException>();
    }
}
