namespace NewsWatch.Matching.Analysis.Sentences;

/// <summary>Where paragraphs end: at a blank line or at U+2029.</summary>
internal static class Paragraphs
{
    private const char Separator = '\u2029';

    /// <summary>Whether the line or paragraph break at <paramref name="index"/> ends a paragraph.</summary>
    public static bool BreaksAt(ReadOnlySpan<char> text, int index)
    {
        if (text[index] is not ('\n' or '\r' or Separator)) return false;
        var rest = text[index..];
        return BreaksBetween(rest[..^rest.TrimStart().Length]);
    }

    /// <summary>Whether white space holds the end of a paragraph.</summary>
    public static bool BreaksBetween(ReadOnlySpan<char> space) =>
        space.Contains(Separator) || space.Count('\n') > 1 || (space.Count('\r') > 1 && !space.Contains('\n'));

    /// <summary>The end of the last paragraph that ends before <paramref name="index"/>, or 0.</summary>
    public static int StartBefore(ReadOnlySpan<char> text, int index)
    {
        for (var at = index; at > 0;)
        {
            at = text[..at].LastIndexOfAny('\n', '\r', Separator);
            if (at < 0) return 0;
            var before = text[..at].TrimEnd().Length;
            if (BreaksBetween(text[before..(at + 1)])) return at + 1;
            at = before;
        }

        return 0;
    }
}
