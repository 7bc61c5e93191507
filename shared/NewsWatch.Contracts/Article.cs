namespace NewsWatch.Contracts;

/// <summary>One revision of one article, as every part of the system sees it. The member names are the system's vocabulary.</summary>
public sealed record Article
{
    /// <summary>Derived identity, see <see cref="ArticleId"/>: 22 characters, stable for ever.</summary>
    public required string Id { get; init; }

    /// <summary>1, 2, … counts changes of title, summary or body.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Canonical URL, or <see langword="null"/> for an article that has none.</summary>
    public string? Url { get; init; }

    /// <summary>Plain text, NFC, one line.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text, NFC; empty where the outlet gave none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Plain text, NFC, at most <see cref="ArticleLimits.Body"/> UTF-16 units; paragraphs are separated by blank lines.</summary>
    public string Body { get; init; } = "";

    /// <summary>The outlet's name as people say it, e.g. <c>NBCNEWS</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The site's registrable domain, lower case.</summary>
    public string? Domain { get; init; }

    /// <summary>Authors, in the outlet's order.</summary>
    public IReadOnlyList<string> Author { get; init; } = [];

    /// <summary>The outlet's own categories.</summary>
    public IReadOnlyList<string> Tag { get; init; } = [];

    /// <summary>ISO 639-1, or <c>und</c>.</summary>
    public string Lang { get; init; } = "und";

    /// <summary>When the outlet says it appeared.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When this system first saw the article; the same in all its revisions. All alert logic runs on it.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>When this revision was taken in; equals <see cref="Seen"/> for revision 1.</summary>
    public DateTimeOffset Revised { get; init; }

    /// <summary>Fingerprint of title, summary and body in substance: tells a repeat from a change. Ingestion makes it; the others only compare.</summary>
    public required string Hash { get; init; }
}
