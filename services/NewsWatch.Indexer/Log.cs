namespace NewsWatch.Indexer;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Waiting for the archive (attempt {Attempt}): {Reason}")]
    public static partial void WaitingForStore(this ILogger logger, int attempt, string reason);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "The archive refuses {Kind} {Id}: {Reason}")]
    public static partial void DocumentRefused(this ILogger logger, string kind, string id, string reason);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "Dropped {Month:yyyy-MM} of {Collection}: {Documents} documents, as NewsWatch:Retention says")]
    public static partial void MonthDropped(this ILogger logger, DateOnly month, string collection, long documents);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "Old months are dropped later: {Reason}")]
    public static partial void RetentionPutOff(this ILogger logger, string reason);
}
