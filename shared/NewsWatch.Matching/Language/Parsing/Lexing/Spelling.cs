namespace NewsWatch.Matching.Language.Parsing.Lexing;

/// <summary>What counts as white space, a quote, a dash in a query's text.</summary>
internal static class Spelling
{
    public const string CurlyQuotes = "“”„‟«»＂「」『』″";

    private const string Dashes = "‐‑‒–—―−﹣－";

    // U+202F stands between the groups of a number in French and is part of the token there.
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) && c != '\u202F';

    public static bool IsCurlyQuote(char c) => CurlyQuotes.Contains(c);

    public static bool IsDash(char c) => Dashes.Contains(c);

    public static bool IsHebrewLetter(char c) => c is >= '\u05D0' and <= '\u05F2';

    /// <summary>Whether the <c>"</c> at <paramref name="at"/> is the gershayim of a Hebrew abbreviation such as צה"ל.</summary>
    public static bool IsGershayim(string text, int at) =>
        at > 0 && at + 1 < text.Length && IsHebrewLetter(text[at - 1]) && IsHebrewLetter(text[at + 1]);

    public static string StraightQuotes(string text)
    {
        var straight = text.ToCharArray();
        for (var i = 0; i < straight.Length; i++)
        {
            if (IsCurlyQuote(straight[i])) straight[i] = '"';
        }

        return new string(straight);
    }
}
