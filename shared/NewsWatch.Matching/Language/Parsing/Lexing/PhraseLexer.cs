using NewsWatch.Matching.Language.Parsing.Mistakes;

namespace NewsWatch.Matching.Language.Parsing.Lexing;

/// <summary>Reads <c>"…"</c> and the <c>~n</c> that may follow.</summary>
internal static class PhraseLexer
{
    public static Lexeme Read(string text, int start)
    {
        var close = Close(text, start);
        var words = text[(start + 1)..close];
        var (slop, end) = Slop(text, start, close + 1);
        return new(LexemeKind.Phrase, start, end, words, slop);
    }

    private static int Close(string text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == '"' && !Spelling.IsGershayim(text, at)) return at;
        }

        throw QueryError.At(text, start, text.Length, "A quotation mark is never closed.", "a closing '\"'", Closed(text, start));
    }

    private static string Closed(string text, int start)
    {
        // A curly quote further on was meant to close it.
        var straight = Spelling.StraightQuotes(text);
        if (straight.IndexOf('"', start + 1) > 0) return straight;
        return text.TrimEnd() + "\"";
    }

    private static (int Slop, int End) Slop(string text, int start, int at)
    {
        if (at >= text.Length || text[at] != '~') return (0, at);
        var end = at + 1;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (int.TryParse(text.AsSpan(at + 1, end - at - 1), System.Globalization.NumberStyles.None, null, out var slop) && slop <= QueryLimits.MaxDistance)
            return (slop, end);
        throw QueryError.At(text, at, end, "A phrase's slop is a number.", $"~0 to ~{QueryLimits.MaxDistance}", QueryError.Replace(text, at, end, "~2"));
    }
}
