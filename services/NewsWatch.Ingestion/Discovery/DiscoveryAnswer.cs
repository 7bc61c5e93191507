namespace NewsWatch.Ingestion.Discovery;

/// <summary>Where to look: the address of a site, a page, a feed or a sitemap.</summary>
public sealed record DiscoveryInput(string? Url);

/// <summary>What an address offers to be polled.</summary>
public sealed record DiscoveryAnswer
{
    /// <summary>The address as it was read, after redirects.</summary>
    public required string Url { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<FoundFeed> Feeds { get; init; } = [];

    public IReadOnlyList<FoundSitemap> Sitemaps { get; init; } = [];

    /// <summary>What looked like a feed and could not be read.</summary>
    public IReadOnlyList<UnreadableFeed> Unreadable { get; init; } = [];
}

/// <summary>A feed that can be read.</summary>
public sealed record FoundFeed(string Url, string? Title, string Format, string? Site, string? Lang, int Items, DateTimeOffset? Newest, IReadOnlyList<SampleItem> Samples);

/// <summary>A sitemap that can be polled like a feed. An index has <paramref name="Sitemaps"/> instead of items.</summary>
public sealed record FoundSitemap(string Url, string? Title, string Format, int Items, int Sitemaps, DateTimeOffset? Newest, IReadOnlyList<SampleItem> Samples);

/// <summary>One of the first items.</summary>
public sealed record SampleItem(string? Title, string? Url, DateTimeOffset? Published, string? Summary);

/// <summary>An address and why it could not be read.</summary>
public sealed record UnreadableFeed(string Url, string Error);
