namespace NewsWatch.Ingestion;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The archive could not be asked about {Count} article(s), which count as new: {Reason}")]
    public static partial void ArchiveNotAsked(this ILogger logger, int count, string reason);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Taking in articles failed; their senders were told")]
    public static partial void IntakeFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "Watching {Folder} for files to take in (.txt, .json, .jsonl, .html)")]
    public static partial void InboxWatched(this ILogger logger, string folder);

    [LoggerMessage(EventId = 11, Level = LogLevel.Information, Message = "Took in {File}: {New} new, {Changed} changed, {Unchanged} already known")]
    public static partial void FileTaken(this ILogger logger, string file, int @new, int changed, int unchanged);

    [LoggerMessage(EventId = 12, Level = LogLevel.Warning, Message = "{File} went to failed/: {Reason}")]
    public static partial void FileFailed(this ILogger logger, string file, string reason);

    [LoggerMessage(EventId = 13, Level = LogLevel.Warning, Message = "{File} waits in the inbox: {Reason}")]
    public static partial void FileWaits(this ILogger logger, string file, string reason);

    [LoggerMessage(EventId = 14, Level = LogLevel.Error, Message = "The inbox {Folder} cannot be read; trying again: {Reason}")]
    public static partial void InboxUnreadable(this ILogger logger, string folder, string reason);

    [LoggerMessage(EventId = 20, Level = LogLevel.Information, Message = "Polling {Count} feed(s)")]
    public static partial void FeedsScheduled(this ILogger logger, int count);

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "{Feed}: {New} new, {Changed} changed of {Items} item(s)")]
    public static partial void FeedBrought(this ILogger logger, string feed, int @new, int changed, int items);

    [LoggerMessage(EventId = 22, Level = LogLevel.Warning, Message = "{Feed} could not be read ({Failures} in a row), next try {NextCheck:u}: {Reason}")]
    public static partial void FeedFailed(this ILogger logger, string feed, int failures, DateTimeOffset nextCheck, string reason);

    [LoggerMessage(EventId = 23, Level = LogLevel.Warning, Message = "The feeds cannot be read from the store; trying again: {Reason}")]
    public static partial void FeedsUnreadable(this ILogger logger, string reason);

    [LoggerMessage(EventId = 24, Level = LogLevel.Warning, Message = "{Feed}: {Count} item(s) were left out, the first because {Reason}")]
    public static partial void ItemsLeftOut(this ILogger logger, string feed, int count, string reason);

    [LoggerMessage(EventId = 25, Level = LogLevel.Error, Message = "Polling feed {FeedId} failed; it is due again when its lease ends")]
    public static partial void PollFailed(this ILogger logger, string feedId, Exception exception);

    [LoggerMessage(EventId = 26, Level = LogLevel.Warning, Message = "What feed {FeedId} brought could not be taken in; it is polled again when its lease ends: {Reason}")]
    public static partial void PollWaits(this ILogger logger, string feedId, string reason);

    [LoggerMessage(EventId = 27, Level = LogLevel.Warning, Message = "{Feed} has ended (410); it is polled again only when refreshed by hand")]
    public static partial void FeedEnded(this ILogger logger, string feed);

    [LoggerMessage(EventId = 28, Level = LogLevel.Warning, Message = "{Feed} has gone quiet: nothing since {Newest:u}, where it usually brings something every {UsualGap}")]
    public static partial void FeedQuiet(this ILogger logger, string feed, DateTimeOffset newest, TimeSpan usualGap);

    [LoggerMessage(EventId = 30, Level = LogLevel.Information, Message = "{Feed}: {Brought} new or changed with {Settled} of {Pages} page(s) dealt with")]
    public static partial void PagesBrought(this ILogger logger, string feed, int brought, int settled, int pages);

    [LoggerMessage(EventId = 15, Level = LogLevel.Information, Message = "Took in {File} as old material: {Articles} article(s), which raise no alerts")]
    public static partial void OldFileTaken(this ILogger logger, string file, int articles);

    [LoggerMessage(EventId = 40, Level = LogLevel.Information, Message = "{Feed}: the hub {Hub} announces its news until {Until:u}")]
    public static partial void HubSubscribed(this ILogger logger, string feed, string hub, DateTimeOffset until);

    [LoggerMessage(EventId = 41, Level = LogLevel.Warning, Message = "{Feed}: the hub {Hub} gives no subscription, so the feed is polled as before: {Reason}")]
    public static partial void HubRefused(this ILogger logger, string feed, string hub, string reason);

    [LoggerMessage(EventId = 42, Level = LogLevel.Warning, Message = "{Feed}: an announcement without its hub's signature was ignored")]
    public static partial void AnnouncementForged(this ILogger logger, string feed);
}
