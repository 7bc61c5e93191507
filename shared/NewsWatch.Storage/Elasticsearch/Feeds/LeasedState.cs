using NewsWatch.Storage.Feeds;

namespace NewsWatch.Storage.Elasticsearch.Feeds;

/// <summary>A feed's state as a document: what is searched stands beside the whole.</summary>
internal sealed record LeasedState
{
    public required string FeedId { get; init; }

    public required DateTimeOffset NextCheck { get; init; }

    /// <summary>Who polls it just now.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when; in the past when nobody does.</summary>
    public DateTimeOffset Lease { get; init; } = DateTimeOffset.UnixEpoch;

    public required FeedState State { get; init; }

    public static LeasedState Of(FeedState state) => new() { FeedId = state.FeedId, NextCheck = state.NextCheck, State = state };

    /// <summary>What was remembered, with when it is due.</summary>
    public FeedState ToState() => State with { NextCheck = NextCheck };
}
