using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Files.Formats;

namespace NewsWatch.Ingestion.Files;

/// <summary>Reads a file's articles by its kind.</summary>
public static class FileDrafts
{
    /// <summary>What file names may end with.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [".txt", ".json", ".jsonl", ".html", ".htm"];

    /// <summary>The drafts, each with where in the file it stands, and what could not be read.</summary>
    /// <exception cref="FormatException">The file as a whole cannot be read; the message says why.</exception>
    public static FileContent Read(string name, ReadOnlyMemory<byte> bytes) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" => FileContent.Of(PlainTextFile.Read(bytes.Span)),
        ".html" or ".htm" => FileContent.Of(HtmlFile.Read(bytes)),
        ".json" => JsonFile.ReadJson(bytes),
        ".jsonl" => JsonFile.ReadLines(bytes),
        "" => throw new FormatException($"The file's name does not say what it is; name it {string.Join(", ", Kinds)}."),
        var kind => throw new FormatException($"Files of the kind '{kind}' are not read; known are {string.Join(", ", Kinds)}."),
    };
}

/// <summary>What a file holds.</summary>
/// <param name="Drafts">Articles with the place they stand at (<c>line 3</c>, <c>article 2</c>; empty for a file of one).</param>
/// <param name="Errors">What could not be read, each a sentence with its place.</param>
public sealed record FileContent(IReadOnlyList<(string Place, ArticleDraft Draft)> Drafts, IReadOnlyList<string> Errors)
{
    public static FileContent Of(ArticleDraft draft) => new([("", draft)], []);
}
