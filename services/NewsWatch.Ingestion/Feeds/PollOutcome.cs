using NewsWatch.Contracts;
using NewsWatch.Ingestion.Pages;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>What a poll leaves: what to remember, and the items that still want their pages.</summary>
internal sealed record PollOutcome(Feed Feed, FeedState State, IReadOnlyList<WaitingItem> Pages)
{
    public PollOutcome(Feed feed, FeedState state)
        : this(feed, state, [])
    {
    }

    /// <summary>Whether the feed's hub is to be asked for a subscription, once the state is stored.</summary>
    public bool Subscribe { get; init; }
}
