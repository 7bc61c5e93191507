using NewsWatch.Matching.Unicode;

namespace NewsWatch.Matching.Watches.Examples;

/// <summary>Reads an example's text as a document: the first line is the title, what follows the body.</summary>
/// <remarks>Lines before it such as <c>lang: en</c> set <c>summary</c>, <c>source</c>, <c>domain</c>, <c>lang</c>, <c>url</c>, and add to <c>author</c> and <c>tag</c>.</remarks>
public static class ExampleText
{
    /// <summary>The document; any text can be read.</summary>
    public static Document Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = new Document();
        var rest = NormalFormC.Of(text).ReplaceLineEndings("\n").TrimStart('\n');
        while (NextLine(rest, out var line, out var after) && TrySet(line, ref document)) rest = after;
        NextLine(rest, out var title, out var body);
        return document with { Title = title.Trim(), Body = body.Trim() };
    }

    private static bool NextLine(string text, out string line, out string after)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        (line, after) = end < 0 ? (text, "") : (text[..end], text[(end + 1)..]);
        return text.Length > 0;
    }

    private static bool TrySet(string line, ref Document document)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return false;
        var (name, value, before) = (line[..colon].Trim(), line[(colon + 1)..].Trim(), document);
        document = name switch
        {
            "summary" => document with { Summary = value },
            "source" => document with { Source = value },
            "domain" => document with { Domain = value },
            "lang" => document with { Lang = value },
            "url" => document with { Url = value },
            "author" => document with { Author = [.. document.Author, value] },
            "tag" => document with { Tag = [.. document.Tag, value] },
            _ => document,
        };
        return !ReferenceEquals(before, document);
    }
}
