using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsWatch.Watcher;

internal static class WatcherTelemetry
{
    public const string Name = "NewsWatch.Watcher";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Articles = Meter.CreateCounter<long>("newswatch.watcher.articles", "{article}");

    /// <summary>Old material, which is passed over.</summary>
    public static readonly Counter<long> Backfilled = Meter.CreateCounter<long>("newswatch.watcher.backfilled", "{article}");

    public static readonly Counter<long> Alerts = Meter.CreateCounter<long>("newswatch.watcher.alerts", "{alert}");

    /// <summary>Alerts that a redelivered message would have raised again.</summary>
    public static readonly Counter<long> Repeats = Meter.CreateCounter<long>("newswatch.watcher.repeats", "{alert}");

    public static readonly Histogram<double> MatchDuration = Meter.CreateHistogram<double>("newswatch.watcher.match.duration", "s", "Matching one article against all watches");

    /// <summary>From the article's acceptance to its alert's confirmation by the broker.</summary>
    public static readonly Histogram<double> PushToAlert = Meter.CreateHistogram<double>("newswatch.push_to_alert.duration", "s", "From the acceptance of an article to its alert on the topic");
}
