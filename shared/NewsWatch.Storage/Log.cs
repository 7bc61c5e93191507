using Microsoft.Extensions.Logging;

namespace NewsWatch.Storage;

/// <summary>Every log message of this assembly.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Elasticsearch does not answer as it should (attempt {Attempt}): {Reason}. Trying again.")]
    public static partial void Retrying(ILogger logger, int attempt, string reason);

    [LoggerMessage(2, LogLevel.Information, "Elasticsearch is too busy for {Count} documents; they are sent again (attempt {Attempt})")]
    public static partial void Busy(ILogger logger, int count, int attempt);

    [LoggerMessage(3, LogLevel.Information, "Template {Name} is now version {Version}")]
    public static partial void TemplateWritten(ILogger logger, string name, int version);

    [LoggerMessage(4, LogLevel.Information, "Index {Name} made")]
    public static partial void IndexMade(ILogger logger, string name);

    [LoggerMessage(10, LogLevel.Information, "The day's counts are kept in memory until the store takes them: {Reason}")]
    public static partial void LedgerWaits(ILogger logger, string reason);
}
