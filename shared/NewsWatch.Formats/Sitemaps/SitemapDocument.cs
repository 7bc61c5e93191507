using System.Text.Json.Serialization;

namespace NewsWatch.Formats.Sitemaps;

/// <summary>What a sitemap lists.</summary>
public sealed record SitemapDocument
{
    /// <summary>Its form.</summary>
    public required SitemapFormat Format { get; init; }

    /// <summary>Pages.</summary>
    public IReadOnlyList<SitemapItem> Items { get; init; } = [];

    /// <summary>Other sitemaps.</summary>
    public IReadOnlyList<SitemapReference> Sitemaps { get; init; } = [];
}

/// <summary>A page.</summary>
public sealed record SitemapItem
{
    /// <summary>Absolute.</summary>
    public required string Url { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Headline (Google News extension).</summary>
    public string? Title { get; init; }

    /// <summary>When it appeared (Google News extension).</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>ISO 639-1 (Google News extension).</summary>
    public string? Lang { get; init; }

    /// <summary>The publication's name (Google News extension).</summary>
    public string? Source { get; init; }

    /// <summary>Keywords (Google News extension).</summary>
    public IReadOnlyList<string> Tag { get; init; } = [];
}

/// <summary>Another sitemap.</summary>
public sealed record SitemapReference(string Url, DateTimeOffset? Updated);

/// <summary>The forms of sitemaps.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SitemapFormat>))]
public enum SitemapFormat
{
    /// <summary>Pages, with the news extension or without.</summary>
    [JsonStringEnumMemberName("urlset")]
    UrlSet,

    /// <summary>Other sitemaps.</summary>
    [JsonStringEnumMemberName("index")]
    Index,

    /// <summary>One address a line.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>RSS or Atom, which may serve as a sitemap.</summary>
    [JsonStringEnumMemberName("feed")]
    Feed,
}

/// <summary>A document that is no sitemap; the message is a sentence that says why.</summary>
public sealed class SitemapException(string message) : Exception(message);
