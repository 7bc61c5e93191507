namespace NewsWatch.Watcher;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Watching with {Count} watch(es)")]
    public static partial void WatchesCompiled(this ILogger logger, int count);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Watch {Name} ({Id}) cannot be compiled and stays out: {Reason}")]
    public static partial void WatchLeftOut(this ILogger logger, string name, string id, string reason);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "The watches cannot be read from the store; trying again: {Reason}")]
    public static partial void WatchesUnreadable(this ILogger logger, string reason);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "Matching article {Id} failed; it is set aside")]
    public static partial void MatchFailed(this ILogger logger, string id, Exception exception);
}
