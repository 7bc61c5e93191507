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

    /// <summary>The text that spans of <paramref name="field"/> lead into; the values of a list are joined by one line feed.</summary>
    public string TextOf(Field field) => field switch
    {
        Field.Title => Title,
        Field.Summary => Summary,
        Field.Body => Body,
        Field.Source => Source,
        Field.Domain => Domain,
        Field.Lang => Lang,
        Field.Url => Url,
        Field.Author => string.Join('\n', Author),
        Field.Tag => string.Join('\n', Tag),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
