namespace NewsWatch.Indexer;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Waiting for the archive (attempt {Attempt}): {Reason}")]
    public static partial void WaitingForStore(this ILogger logger, int attempt, string reason);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "The archive refuses {Kind} {Id}: {Reason}")]
    public static partial void DocumentRefused(this ILogger logger, string kind, string id, string reason);
}
