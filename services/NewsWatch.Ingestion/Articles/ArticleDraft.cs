using System.Text.Json.Serialization;

namespace NewsWatch.Ingestion.Articles;

/// <summary>An article as a sender, a file or a feed describes it, before it is checked.</summary>
public sealed record ArticleDraft
{
    public string? Title { get; init; }

    public string? Summary { get; init; }

    public string? Body { get; init; }

    public string? Url { get; init; }

    public string? Guid { get; init; }

    public string? Source { get; init; }

    public IReadOnlyList<string> Author { get; init; } = [];

    public IReadOnlyList<string> Tag { get; init; } = [];

    public string? Lang { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>Whether it is to be passed over where the article is known already: it may hold less than what is stored.</summary>
    [JsonIgnore]
    public bool OnlyIfNew { get; init; }
}
