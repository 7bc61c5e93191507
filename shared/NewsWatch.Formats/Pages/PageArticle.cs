namespace NewsWatch.Formats.Pages;

/// <summary>What a web page says as an article.</summary>
public sealed record PageArticle
{
    /// <summary>Plain text, one line; <see langword="null"/> where the page has none.</summary>
    public string? Title { get; init; }

    /// <summary>The article's text with paragraphs; empty where the page holds none.</summary>
    public string Body { get; init; } = "";

    /// <summary>What the site calls itself.</summary>
    public string? Site { get; init; }

    /// <summary>Names.</summary>
    public IReadOnlyList<string> Author { get; init; } = [];

    /// <summary>When the page says it appeared.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>As the page declares it, ISO 639-1.</summary>
    public string? Lang { get; init; }

    /// <summary>Its <c>rel=canonical</c>, absolute; <see langword="null"/> for one that is longer than an article's address may be.</summary>
    public string? Canonical { get; init; }

    /// <summary>Its lead image, absolute.</summary>
    public string? Image { get; init; }
}
