using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Indexer;

internal static class IndexerTelemetry
{
    public const string Name = "NewsWatch.Indexer";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Name of the counter that the ledger keeps.</summary>
    public const string ArticlesName = "newswatch.indexer.articles";

    private static readonly Counter<long> Articles = Meter.CreateCounter<long>(ArticlesName, "{article}");

    private static readonly Counter<long> Alerts = Meter.CreateCounter<long>("newswatch.indexer.alerts", "{alert}");

    public static void CountArticles(IReadOnlyList<WriteOutcome> outcomes) => Count(Articles, outcomes);

    public static void CountAlerts(IReadOnlyList<WriteOutcome> outcomes) => Count(Alerts, outcomes);

    private static void Count(Counter<long> counter, IReadOnlyList<WriteOutcome> outcomes)
    {
        foreach (var group in outcomes.CountBy(o => o.Result))
            counter.Add(group.Value, new KeyValuePair<string, object?>("outcome", group.Key.ToString().ToLowerInvariant()));
    }
}
