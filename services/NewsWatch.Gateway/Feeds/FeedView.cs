using NewsWatch.Contracts;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Gateway.Feeds;

/// <summary>A feed with its health.</summary>
public sealed record FeedView
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public string? Title { get; init; }

    public string? Site { get; init; }

    public string? Source { get; init; }

    public required IReadOnlyList<string> Folder { get; init; }

    public required IReadOnlyList<string> Tag { get; init; }

    public required bool Enabled { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public required FeedHealth Health { get; init; }

    public static FeedView From(Feed feed, FeedState? state) => new()
    {
        Id = feed.Id,
        Url = feed.Url,
        Title = feed.Title ?? state?.Title,
        Site = feed.Site,
        Source = feed.Source,
        Folder = feed.Folder,
        Tag = feed.Tag,
        Enabled = feed.Enabled,
        Version = feed.Version,
        Created = feed.Created,
        Updated = feed.Updated,
        Health = FeedHealth.From(feed, state),
    };
}

/// <summary>How a feed is doing: <see cref="Status"/> is <c>ok</c>, <c>failing</c>, <c>gone</c>, <c>paused</c> or <c>new</c>.</summary>
public sealed record FeedHealth
{
    public required string Status { get; init; }

    public DateTimeOffset? LastChecked { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    public DateTimeOffset? LastItem { get; init; }

    public string? LastError { get; init; }

    public DateTimeOffset? NextCheck { get; init; }

    public int Failures { get; init; }

    public int Items { get; init; }

    public long Articles { get; init; }

    public static FeedHealth From(Feed feed, FeedState? state) => new()
    {
        Status = !feed.Enabled ? "paused"
            : state?.LastChecked is null ? "new"
            : state.Gone ? "gone"
            : state.LastError is not null ? "failing"
            : "ok",
        LastChecked = state?.LastChecked,
        LastSuccess = state?.LastSuccess,
        LastItem = state?.LastItem,
        LastError = state?.LastError,
        NextCheck = feed.Enabled ? state?.NextCheck : null,
        Failures = state?.Failures ?? 0,
        Items = state?.Items ?? 0,
        Articles = state?.Articles ?? 0,
    };
}
