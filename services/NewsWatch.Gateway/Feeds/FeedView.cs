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

    public required PageFetching FetchPages { get; init; }

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
        FetchPages = feed.FetchPages,
        Version = feed.Version,
        Created = feed.Created,
        Updated = feed.Updated,
        Health = FeedHealth.From(feed, state),
    };
}
