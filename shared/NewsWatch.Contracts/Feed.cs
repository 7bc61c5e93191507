namespace NewsWatch.Contracts;

/// <summary>A feed to poll.</summary>
public sealed record Feed
{
    /// <summary>Derived from the URL that it was added with; stays when that is edited.</summary>
    public required string Id { get; init; }

    /// <summary>Address of the feed.</summary>
    public required string Url { get; init; }

    /// <summary>What people call it.</summary>
    public string? Title { get; init; }

    /// <summary>The site's address.</summary>
    public string? Site { get; init; }

    /// <summary>The outlet's name given to its articles; else the feed's own title.</summary>
    public string? Source { get; init; }

    /// <summary>Names of the enclosing folders, outermost first.</summary>
    public IReadOnlyList<string> Folder { get; init; } = [];

    /// <summary>Tags added to its articles.</summary>
    public IReadOnlyList<string> Tag { get; init; } = [];

    /// <summary>A paused feed is not polled.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether the pages behind its items are fetched for their text. Default: where the feed gives only a teaser.</summary>
    public PageFetching FetchPages { get; init; }

    /// <summary>1, 2, … counts edits; the <c>ETag</c> of the HTTP API.</summary>
    public int Version { get; init; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it was last edited.</summary>
    public DateTimeOffset Updated { get; init; }
}
