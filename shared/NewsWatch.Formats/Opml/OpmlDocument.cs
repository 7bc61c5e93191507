using System.Text.Json.Serialization;

namespace NewsWatch.Formats.Opml;

/// <summary>A subscription list.</summary>
public sealed record OpmlDocument
{
    /// <summary>The list's own title.</summary>
    public string? Title { get; init; }

    /// <summary>Feeds in document order, each once.</summary>
    public IReadOnlyList<OpmlFeed> Feeds { get; init; } = [];

    /// <summary>Outlines that include other lists.</summary>
    public IReadOnlyList<OpmlList> Lists { get; init; } = [];

    /// <summary>What was skipped or repaired.</summary>
    public IReadOnlyList<OpmlError> Errors { get; init; } = [];
}

/// <summary>A feed in a list.</summary>
public sealed record OpmlFeed
{
    /// <summary>Address of the feed.</summary>
    public required string Url { get; init; }

    /// <summary>What the list calls it.</summary>
    public string? Title { get; init; }

    /// <summary>The site's address.</summary>
    public string? Site { get; init; }

    /// <summary>Names of the enclosing outlines, outermost first.</summary>
    public IReadOnlyList<string> Folder { get; init; } = [];

    /// <summary>Its categories.</summary>
    public IReadOnlyList<string> Tag { get; init; } = [];

    /// <summary>Where it stands in the list.</summary>
    [JsonIgnore]
    public int Line { get; init; }
}

/// <summary>Another list.</summary>
public sealed record OpmlList(string Url, string? Title)
{
    /// <summary>Where it stands in this one.</summary>
    [JsonIgnore]
    public int Line { get; init; }
}

/// <summary>What was wrong in a line.</summary>
public sealed record OpmlError(int Line, string Message);

/// <summary>A document that is no list; the message is a sentence that says why.</summary>
public sealed class OpmlException(string message) : Exception(message);
