namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>The durable names on the broker.</summary>
public static class Queues
{
    /// <summary>Exchange that <c>ArticlesIngested</c> goes to.</summary>
    public const string ArticlesExchange = "newswatch.articles";

    /// <summary>Articles waiting for the archive.</summary>
    public const string IndexerArticles = "newswatch.indexer.articles";

    /// <summary>Articles waiting to be matched.</summary>
    public const string WatcherArticles = "newswatch.watcher.articles";

    /// <summary>Alerts waiting for the archive.</summary>
    public const string IndexerAlerts = "newswatch.indexer.alerts";

    /// <summary>All durable queues.</summary>
    public static IReadOnlyList<string> Durable { get; } = [IndexerArticles, WatcherArticles, IndexerAlerts];

    /// <summary>The queue behind a durable queue that takes what can never succeed, with the reason in its headers.</summary>
    public static string ErrorsOf(string queue) => queue + "_error";
}
