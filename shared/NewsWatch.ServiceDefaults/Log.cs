using Microsoft.Extensions.Logging;

namespace NewsWatch.ServiceDefaults;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Connected to the broker at {Host}:{Port}")]
    public static partial void BrokerConnected(this ILogger logger, string host, int port);

    [LoggerMessage(EventId = 2, Level = LogLevel.Debug, Message = "Closing a broken connection to the broker failed: {Reason}")]
    public static partial void BrokerCloseFailed(this ILogger logger, string reason);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "Alerts wait for the broker (attempt {Attempt}): {Reason}")]
    public static partial void AlertsWaitForBroker(this ILogger logger, int attempt, string reason);

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "Waiting for the broker (attempt {Attempt}): {Reason}")]
    public static partial void BusWaitsForBroker(this ILogger logger, int attempt, string reason);

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "The bus did not start")]
    public static partial void BusNotStarted(this ILogger logger, Exception reason);

    [LoggerMessage(EventId = 12, Level = LogLevel.Error, Message = "The broker refuses a queue as it is needed here: {Reason}. Remove the queue that is in the way once it is empty, or allow this user to declare it")]
    public static partial void TopologyRefused(this ILogger logger, string reason);

    [LoggerMessage(EventId = 8, Level = LogLevel.Warning, Message = "The broker answers but the bus does not come up; starting everything again ({Endpoints})")]
    public static partial void BusRestarts(this ILogger logger, string endpoints);

    [LoggerMessage(EventId = 4, Level = LogLevel.Information, Message = "Replaying {Count} message(s) that were accepted but not finished when the process last ended")]
    public static partial void JournalReplayed(this ILogger logger, int count);

    [LoggerMessage(EventId = 5, Level = LogLevel.Error, Message = "A message for {Endpoint} can never succeed and was put aside in {File}: {Reason}")]
    public static partial void MessagePutAside(this ILogger logger, string endpoint, string file, string reason);

    [LoggerMessage(EventId = 6, Level = LogLevel.Warning, Message = "The journal {File} ends in a half-written record, as after a power cut; {Bytes} byte(s) were cut off, nothing accepted is lost")]
    public static partial void JournalTailCut(this ILogger logger, string file, long bytes);

    [LoggerMessage(EventId = 7, Level = LogLevel.Error, Message = "The journal {File} is damaged at byte {Position}: {Bytes} byte(s) cannot be read and were passed over; check the disk")]
    public static partial void JournalDamaged(this ILogger logger, string file, long position, long bytes);

    [LoggerMessage(EventId = 9, Level = LogLevel.Warning, Message = "{Change} was stored, but not announced; the other services see it when they next look: {Reason}")]
    public static partial void ChangeNotAnnounced(this ILogger logger, string change, string reason);
}
