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

    [LoggerMessage(11, LogLevel.Warning, "The ids that the archive takes in cannot be read, so it is asked of every article: {Reason}")]
    public static partial void IdsNotRead(ILogger logger, string reason);

    [LoggerMessage(12, LogLevel.Information, "The archive is asked of every article, since it holds {Count}, more than NewsWatch:Elasticsearch:RememberedIds")]
    public static partial void TooManyIds(ILogger logger, long count);

    [LoggerMessage(5, LogLevel.Information, "Index {Name} is of an older form; it is copied to version {Version} while articles come in")]
    public static partial void RollBegun(ILogger logger, string name, int version);

    [LoggerMessage(6, LogLevel.Information, "Index {Name} has given way to {NewName}")]
    public static partial void RollDone(ILogger logger, string name, string newName);

    [LoggerMessage(7, LogLevel.Error, "Index {Name} stays in its older form, which goes on working but lacks what is new: {Reason}")]
    public static partial void RollFailed(ILogger logger, string name, string reason);
}
