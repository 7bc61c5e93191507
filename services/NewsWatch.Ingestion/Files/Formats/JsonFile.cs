using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Push;

namespace NewsWatch.Ingestion.Files.Formats;

/// <summary>Articles as they are pushed: an object or an array, or one object a line.</summary>
public static class JsonFile
{
    public static FileContent ReadJson(ReadOnlyMemory<byte> bytes)
    {
        var read = PushedArticles.Read(WithoutMark(bytes).Span);
        return Collect(read.Select((item, index) => (read.Count == 1 ? "" : $"article {index + 1}", item)));
    }

    public static FileContent ReadLines(ReadOnlyMemory<byte> bytes) => Collect(Lines(WithoutMark(bytes)));

    private static IEnumerable<(string Place, DraftOrError Item)> Lines(ReadOnlyMemory<byte> rest)
    {
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!line.Span.Trim(" \t\r"u8).IsEmpty) yield return ($"line {number}", ReadLine(line));
        }
    }

    private static DraftOrError ReadLine(ReadOnlyMemory<byte> line)
    {
        try
        {
            return PushedArticles.Read(line.Span) is [var only] ? only : new DraftOrError(null, "A line holds one article as a JSON object.");
        }
        catch (FormatException e)
        {
            return new DraftOrError(null, e.Message);
        }
    }

    private static FileContent Collect(IEnumerable<(string Place, DraftOrError Item)> items)
    {
        var drafts = new List<(string, ArticleDraft)>();
        var errors = new List<string>();
        foreach (var (place, item) in items)
        {
            if (item.Draft is { } draft) drafts.Add((place, draft));
            else errors.Add(place.Length == 0 ? item.Error! : $"{place}: {item.Error}");
        }

        return new FileContent(drafts, errors);
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
}
