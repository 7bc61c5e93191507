namespace NewsWatch.Storage.Feeds;

/// <summary>What polling remembers of each feed. Ingestion alone writes; the Gateway reads it for a feed's health.</summary>
public interface IFeedStateStore
{
    /// <summary>States of the given feeds; feeds that were never scheduled are absent.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyDictionary<string, FeedState>> GetAsync(IReadOnlyCollection<string> feedIds, CancellationToken cancellationToken = default);

    /// <summary>Makes the set of scheduled feeds equal <paramref name="feedIds"/>: new ones are due at <paramref name="now"/>, others keep their state, absent ones are forgotten.</summary>
    Task ScheduleAsync(IReadOnlyCollection<string> feedIds, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Makes one feed due at once.</summary>
    Task MakeDueAsync(string feedId, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Claims due feeds for <paramref name="owner"/> until <paramref name="now"/> + <paramref name="lease"/>; no other owner gets them before that.</summary>
    /// <returns>At most <paramref name="limit"/> feeds, longest due first.</returns>
    Task<IReadOnlyList<FeedState>> ClaimDueAsync(string owner, DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken = default);

    /// <summary>Saves the outcome of a poll and gives the lease back.</summary>
    /// <returns>False when <paramref name="owner"/> no longer holds the lease; then nothing was saved.</returns>
    Task<bool> ReleaseAsync(string owner, FeedState state, CancellationToken cancellationToken = default);
}

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
}
