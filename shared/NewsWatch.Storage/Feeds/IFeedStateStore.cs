namespace NewsWatch.Storage.Feeds;

/// <summary>What polling remembers of each feed. Ingestion alone writes; the Gateway reads it for a feed's health.</summary>
public interface IFeedStateStore
{
    /// <summary>States of the given feeds; feeds that were never scheduled are absent.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyDictionary<string, FeedState>> GetAsync(IReadOnlyCollection<string> feedIds, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the set of known feeds equal <paramref name="active"/> and <paramref name="paused"/>: new ones and those whose pause ended are due at
    /// <paramref name="now"/>, paused ones are never due but keep what was learnt, absent ones are forgotten.
    /// </summary>
    Task ScheduleAsync(IReadOnlyCollection<string> active, IReadOnlyCollection<string> paused, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Makes one feed due at once.</summary>
    Task MakeDueAsync(string feedId, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Claims due feeds for <paramref name="owner"/> until <paramref name="now"/> + <paramref name="lease"/>; no other owner gets them before that.</summary>
    /// <returns>At most <paramref name="limit"/> feeds, longest due first.</returns>
    Task<IReadOnlyList<FeedState>> ClaimDueAsync(string owner, DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken = default);

    /// <summary>Saves the outcome of a poll and gives the lease back.</summary>
    /// <returns>False when <paramref name="owner"/> no longer holds the lease; then nothing was saved.</returns>
    Task<bool> ReleaseAsync(string owner, FeedState state, CancellationToken cancellationToken = default);

    /// <summary>Changes what is remembered of a feed outside of a poll, whoever holds its lease; a poll that is going on may overwrite it.</summary>
    /// <returns>False where nothing is remembered of the feed, or <paramref name="change"/> gave <see langword="null"/>.</returns>
    Task<bool> AmendAsync(string feedId, Func<FeedState, FeedState?> change, CancellationToken cancellationToken = default);
}
