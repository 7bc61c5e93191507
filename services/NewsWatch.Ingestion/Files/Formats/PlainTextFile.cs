using NewsWatch.Formats.Text.Charsets;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Ingestion.Files.Formats;

/// <summary>The plain form: the lines are the story, each a paragraph; a last line <c>source: NAME</c> names the outlet.</summary>
public static class PlainTextFile
{
    private const string SourcePrefix = "source:";

    public static ArticleDraft Read(ReadOnlySpan<byte> bytes)
    {
        var lines = CharsetDecoder.Decode(bytes).Text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? source = null;
        if (lines.Length > 0 && lines[^1].StartsWith(SourcePrefix, StringComparison.OrdinalIgnoreCase))
        {
            source = lines[^1][SourcePrefix.Length..].Trim();
            lines = lines[..^1];
        }

        if (lines.Length == 0) throw new FormatException("The file holds no text.");
        return new ArticleDraft { Body = string.Join("\n\n", lines), Source = source };
    }
}
