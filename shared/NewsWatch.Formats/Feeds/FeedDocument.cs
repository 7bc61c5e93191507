using System.Text.Json.Serialization;

namespace NewsWatch.Formats.Feeds;

/// <summary>What a feed says, whatever it was written in.</summary>
public sealed record FeedDocument
{
    /// <summary>The family it belongs to.</summary>
    public required FeedFormat Format { get; init; }

    /// <summary>Plain text, one line; <see langword="null"/> where the feed has none.</summary>
    public string? Title { get; init; }

    /// <summary>The site's address, not the feed's.</summary>
    public string? Url { get; init; }

    /// <summary>As declared, ISO 639-1.</summary>
    public string? Lang { get; init; }

    /// <summary>WebSub hubs that announce changes.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>The feed's own address as it gives it.</summary>
    public string? Self { get; init; }

    /// <summary>Items in document order.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];
}

/// <summary>One item of a feed.</summary>
public sealed record FeedItem
{
    /// <summary>The outlet's own identifier.</summary>
    public string? Guid { get; init; }

    /// <summary>Where the item can be read: absolute, as the feed gives it, not canonical.</summary>
    public string? Url { get; init; }

    /// <summary>Plain text, one line.</summary>
    public string? Title { get; init; }

    /// <summary>Names.</summary>
    public IReadOnlyList<string> Author { get; init; } = [];

    /// <summary>Categories.</summary>
    public IReadOnlyList<string> Tag { get; init; } = [];

    /// <summary>When it appeared.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Plain text with paragraphs.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Plain text with paragraphs.</summary>
    public string Body { get; init; } = "";

    /// <summary>As declared for the item, else for the feed; ISO 639-1; <see langword="null"/> where nothing was declared.</summary>
    public string? Lang { get; init; }
}

/// <summary>The families of feeds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedFormat>))]
public enum FeedFormat
{
    /// <summary>RSS 0.91 to 2.0.</summary>
    [JsonStringEnumMemberName("rss")]
    Rss,

    /// <summary>RSS 0.90 and 1.0, and whatever else is RDF.</summary>
    [JsonStringEnumMemberName("rdf")]
    Rdf,

    /// <summary>Atom 0.3 and 1.0.</summary>
    [JsonStringEnumMemberName("atom")]
    Atom,

    /// <summary>JSON Feed 1.0 and 1.1.</summary>
    [JsonStringEnumMemberName("json")]
    Json,

    /// <summary>A sitemap that serves as a feed; the feed parser never says so.</summary>
    [JsonStringEnumMemberName("sitemap")]
    Sitemap,
}

/// <summary>A document that is no feed; the message is a sentence that says why.</summary>
public sealed class FeedFormatException(string message) : Exception(message);
