namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>The durable endpoints as bits of a journal record.</summary>
internal static class JournalEndpoints
{
    /// <summary>Those that must finish a batch of articles.</summary>
    public const byte Articles = 1 | 2;

    /// <summary>Those that must finish an alert.</summary>
    public const byte Alerts = 4;

    private static readonly string[] Names = [Queues.IndexerArticles, Queues.WatcherArticles, Queues.IndexerAlerts];

    /// <summary>The bit of an endpoint; 0 for one that need not finish anything.</summary>
    public static byte BitOf(string endpoint) => (byte)(Array.IndexOf(Names, endpoint) is >= 0 and var index ? 1 << index : 0);

    /// <summary>Who has what an endpoint did not finish.</summary>
    public static MessageKeeper KeeperOf(string endpoint) => BitOf(endpoint) == 0 ? MessageKeeper.Nobody : MessageKeeper.Journal;

    /// <summary>The endpoints whose bits are set.</summary>
    public static IEnumerable<string> In(byte endpoints) => Names.Where((_, index) => (endpoints & (1 << index)) != 0);
}
