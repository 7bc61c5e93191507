namespace NewsWatch.Matching;

/// <summary>What the matcher sees of an article. Every text is as stored: NFC, offsets count its UTF-16 units.</summary>
public sealed record Document
{
    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Summary.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Body.</summary>
    public string Body { get; init; } = "";

    /// <summary>The outlet's name.</summary>
    public string Source { get; init; } = "";

    /// <summary>Registrable domain.</summary>
    public string Domain { get; init; } = "";

    /// <summary>ISO 639-1 or <c>und</c>.</summary>
    public string Lang { get; init; } = "und";

    /// <summary>Canonical URL.</summary>
    public string Url { get; init; } = "";

    /// <summary>Authors.</summary>
    public IReadOnlyList<string> Author { get; init; } = [];

    /// <summary>Categories.</summary>
    public IReadOnlyList<string> Tag { get; init; } = [];
}
