using Microsoft.Extensions.Logging;

namespace NewsWatch.Storage.Hosting;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Store} is ready")]
    public static partial void StorePrepared(this ILogger logger, string store);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Waiting for {Store}, next try in {Seconds} s: {Reason}")]
    public static partial void WaitingForStore(this ILogger logger, string store, double seconds, string reason);
}
