namespace NewsWatch.Storage.Feeds;

/// <summary>What polling remembers of one feed.</summary>
public sealed record FeedState
{
    /// <summary>The feed.</summary>
    public required string FeedId { get; init; }

    /// <summary>When it is due.</summary>
    public DateTimeOffset NextCheck { get; init; }

    /// <summary>Last attempt.</summary>
    public DateTimeOffset? LastChecked { get; init; }

    /// <summary>Last attempt that could be read, an unchanged one included.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Last time it brought a new or changed article.</summary>
    public DateTimeOffset? LastItem { get; init; }

    /// <summary>Why the last attempt failed, in plain words; <see langword="null"/> after a success.</summary>
    public string? LastError { get; init; }

    /// <summary>Failed attempts in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Validator of the last answer.</summary>
    public string? ETag { get; init; }

    /// <summary>Validator of the last answer.</summary>
    public string? LastModified { get; init; }

    /// <summary>Title the feed gives itself.</summary>
    public string? Title { get; init; }

    /// <summary>The feed's address when it was last polled: validators and redirects belong to it alone.</summary>
    public string? Url { get; init; }

    /// <summary>Address a permanent redirect led to.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Items in the last answer that could be read.</summary>
    public int Items { get; init; }

    /// <summary>New and changed articles it has brought in all.</summary>
    public long Articles { get; init; }

    /// <summary>Current interval between checks.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>The server said that it is gone for good (410).</summary>
    public bool Gone { get; init; }

    /// <summary>Its usual time between two pieces of news: the median; <see langword="null"/> until enough were seen.</summary>
    public TimeSpan? UsualGap { get; init; }

    /// <summary>When its newest item appeared, as far as it says so, else when it came.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>Since when it is known to be quiet for much longer than usual; <see langword="null"/> while it is not.</summary>
    public DateTimeOffset? QuietSince { get; init; }

    /// <summary>When it brought something lately, oldest first; tells the rhythm of a feed without dates.</summary>
    public IReadOnlyList<DateTimeOffset>? Arrivals { get; init; }

    /// <summary>The items of the last answer whose pages are fetched, so that each page is fetched once.</summary>
    public IReadOnlyList<RememberedItem>? Remembered { get; init; }

    /// <summary>The subscription at its hub, where it names one.</summary>
    public HubSubscription? Hub { get; init; }

    /// <summary>This, the outcome of a poll, with what others changed while it went on: when the feed is due, and its subscription.</summary>
    /// <param name="claimed">What the poll began with.</param>
    /// <param name="stored">What is remembered now.</param>
    public FeedState WithChangesSince(FeedState claimed, FeedState stored) => this with
    {
        NextCheck = stored.NextCheck == claimed.NextCheck ? NextCheck : stored.NextCheck,
        Hub = stored.Hub == claimed.Hub ? Hub : stored.Hub,
    };
}
