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
}
