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

    /// <summary>Makes one feed due at once; one that is being polled, even if only just for the same reason, is due again when that poll has ended.</summary>
    Task MakeDueAsync(string feedId, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Claims due feeds for <paramref name="owner"/> until <paramref name="now"/> + <paramref name="lease"/>; no other owner gets them before that.</summary>
    /// <returns>At most <paramref name="limit"/> feeds, longest due first.</returns>
    Task<IReadOnlyList<FeedState>> ClaimDueAsync(string owner, DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken = default);

    /// <summary>Saves the outcome of a poll and gives the lease back; what others changed meanwhile stays, see <see cref="FeedState.WithChangesSince"/>.</summary>
    /// <param name="owner">Who claimed the feed.</param>
    /// <param name="claimed">What the claim gave.</param>
    /// <param name="outcome">What the poll made of it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What is remembered now; <see langword="null"/> when <paramref name="owner"/> no longer holds the lease, then nothing was saved.</returns>
    Task<FeedState?> ReleaseAsync(string owner, FeedState claimed, FeedState outcome, CancellationToken cancellationToken = default);

    /// <summary>Changes what is remembered of a feed's subscription, whoever holds the feed's lease.</summary>
    /// <returns>False where the feed has none, or <paramref name="change"/> gave <see langword="null"/>.</returns>
    Task<bool> AmendHubAsync(string feedId, Func<HubSubscription, HubSubscription?> change, CancellationToken cancellationToken = default);
}
