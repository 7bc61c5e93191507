using NewsWatch.Contracts;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Gateway.Feeds;

/// <summary>How a feed is doing: <see cref="Status"/> is <c>ok</c>, <c>failing</c>, <c>quiet</c>, <c>ended</c>, <c>paused</c> or <c>new</c>.</summary>
public sealed record FeedHealth
{
    public required string Status { get; init; }

    public DateTimeOffset? LastChecked { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    public DateTimeOffset? LastItem { get; init; }

    public string? LastError { get; init; }

    /// <summary>Absent where none is planned: the feed is paused or has ended.</summary>
    public DateTimeOffset? NextCheck { get; init; }

    /// <summary>Where it moved to for good.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Its usual time between two pieces of news, once that is known.</summary>
    public TimeSpan? UsualGap { get; init; }

    /// <summary>When it was noticed to be quiet for more than three times as long.</summary>
    public DateTimeOffset? QuietSince { get; init; }

    /// <summary>Until when its hub announces news to us.</summary>
    public DateTimeOffset? HubUntil { get; init; }

    public int Failures { get; init; }

    /// <summary>Items in the feed's last answer.</summary>
    public int Items { get; init; }

    /// <summary>New and changed articles it has brought in all.</summary>
    public long Articles { get; init; }

    public static FeedHealth From(Feed feed, FeedState? state) => new()
    {
        Status = !feed.Enabled ? "paused"
            : state?.LastChecked is null ? "new"
            : state.Gone ? "ended"
            : state.LastError is not null ? "failing"
            : state.QuietSince is not null ? "quiet"
            : "ok",
        LastChecked = state?.LastChecked,
        LastSuccess = state?.LastSuccess,
        LastItem = state?.LastItem,
        LastError = state?.LastError,
        NextCheck = feed.Enabled && state is not null ? FeedTimes.Shown(state.NextCheck) : null,
        MovedTo = state?.MovedTo,
        UsualGap = state?.UsualGap,
        QuietSince = state?.QuietSince,
        HubUntil = state?.Hub?.Until,
        Failures = state?.Failures ?? 0,
        Items = state?.Items ?? 0,
        Articles = state?.Articles ?? 0,
    };
}
