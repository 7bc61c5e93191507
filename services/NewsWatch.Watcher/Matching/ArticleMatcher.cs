using System.Diagnostics;
using NewsWatch.Contracts;
using NewsWatch.Matching;
using NewsWatch.ServiceDefaults.Telemetry;
using NewsWatch.Watcher.Watches;

namespace NewsWatch.Watcher.Matching;

/// <summary>Matches one article against the snapshot in force.</summary>
internal sealed class ArticleMatcher(CurrentWatches watches, AlertFactory factory, RaisedLately raised)
{
    /// <summary>Adds the alerts that the article raises.</summary>
    public void Match(IngestedArticle ingested, List<AlertRaised> alerts)
    {
        var started = Stopwatch.GetTimestamp();
        var snapshot = watches.Snapshot;
        var document = ingested.Article.ToDocument();
        var first = alerts.Count;
        snapshot.Matcher.Match(document, new Call(this, snapshot, ingested.Article, document, alerts), static (id, spans, call) => call.Raise(id, spans));
        WatcherTelemetry.MatchDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        if (alerts.Count > first) StampTrace(ingested, alerts, first);
    }

    /// <summary>An alert's trace is the article's: its span is a child of the push or fetch that brought the article.</summary>
    private static void StampTrace(IngestedArticle ingested, List<AlertRaised> alerts, int first)
    {
        var parent = TraceContext.Parse(ingested.TraceParent, ingested.TraceState);
        var around = Activity.Current;
        for (var i = first; i < alerts.Count; i++)
        {
            using var span = parent == default ? null : WatcherTelemetry.Source.StartActivity("alert raise", ActivityKind.Producer, parent);
            span?.SetTag("newswatch.alert.id", alerts[i].Id)
                .SetTag("newswatch.alert.topic", alerts[i].Topic)
                .SetTag("newswatch.watch.id", alerts[i].Watch.Id)
                .SetTag("newswatch.article.id", alerts[i].Article.Id)
                .SetTag("newswatch.article.revision", alerts[i].Article.Revision);
            alerts[i] = alerts[i] with
            {
                TraceParent = span?.Id ?? ingested.TraceParent,
                TraceState = ingested.TraceState,
                TraceId = parent == default ? null : parent.TraceId.ToHexString(),
            };
        }

        Activity.Current = around;
    }

    private readonly record struct Call(ArticleMatcher Matcher, WatchSnapshot Snapshot, Article Article, Document Document, List<AlertRaised> Alerts)
    {
        public void Raise(string watchId, ReadOnlySpan<MatchSpan> spans)
        {
            var watch = Snapshot.Watches[watchId];
            if (Matcher.IsRepeat(watch, Article)) WatcherTelemetry.Repeats.Add(1);
            else Alerts.Add(Matcher.Create(watch, Article, Document, spans));
        }
    }

    private bool IsRepeat(Watch watch, Article article) => raised.Contains(AlertId.Derive(watch.Id, article.Id, article.Revision));

    private AlertRaised Create(Watch watch, Article article, Document document, ReadOnlySpan<MatchSpan> spans) => factory.Create(watch, article, document, spans);
}
