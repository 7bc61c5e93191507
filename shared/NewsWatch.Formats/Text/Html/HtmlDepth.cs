namespace NewsWatch.Formats.Text.Html;

/// <summary>Keeps hostile nesting away from a parser whose work grows with the square of the depth.</summary>
internal static class HtmlDepth
{
    // No page of the test collections opens more than 300 elements that it does not close.
    private const int MostOpen = 4_000;

    /// <summary>The page, cut where it has opened far more elements than it has closed.</summary>
    public static string Limit(string html)
    {
        if (html.Length < MostOpen * 3) return html;
        var open = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/') open = Math.Max(0, open - 1);
            else if (char.IsAsciiLetter(html[at + 1]) && !IsVoid(html.AsSpan(at + 1))) open++;
            if (open > MostOpen) return html[..at];
        }

        return html;
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < 8 && char.IsAsciiLetterOrDigit(tag[length])) length++;
        return tag[..length] switch
        {
            "br" or "img" or "hr" or "input" or "meta" or "link" or "p" or "li" or "td" or "tr" or "th" or "dd" or "dt" or "source" or "wbr" or "option" or "col" or "path" => true,
            _ => false,
        };
    }
}
