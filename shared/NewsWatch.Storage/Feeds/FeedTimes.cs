namespace NewsWatch.Storage.Feeds;

/// <summary>Values of <see cref="FeedState.NextCheck"/> that say why a feed is not due.</summary>
public static class FeedTimes
{
    /// <summary>A paused feed's: before <see cref="Ended"/>, so that a pause never wakes what has ended.</summary>
    public static DateTimeOffset Paused { get; } = new(9998, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An ended feed's: it is polled again only when a person asks.</summary>
    public static DateTimeOffset Ended { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The time to show: <see langword="null"/> where there is no next check.</summary>
    public static DateTimeOffset? Shown(DateTimeOffset nextCheck) => nextCheck >= Paused ? null : nextCheck;
}
