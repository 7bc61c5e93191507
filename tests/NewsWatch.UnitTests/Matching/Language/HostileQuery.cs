using CsCheck;
using NewsWatch.Matching.Language;

namespace NewsWatch.UnitTests.Matching.Language;

/// <summary>Random strings that look for trouble in the parser.</summary>
internal static class HostileQuery
{
    private static readonly Gen<string> Syntax = Gen.OneOf(
        "(", ")", "\"", "-", "NOT ", " AND ", " OR ", " NEAR/3 ", " ONEAR ", " NEAR/", "SENTENCE(", "ATLEAST/2(", "title:", "lang:", "url:", "domain:", "tag:(", "@x", "@",
        "=", "~", "*", "?", "\"~2", "~", "^2", ":", "/", "+", "!", "&&", "|", "[a TO b]", "\\", "'", "’", "“", "”", "–", "（", " ", " ", " ", "\t", "\n");

    private static readonly Gen<string> Words = Gen.OneOf(
        "a", "aid", "lethal", "AND", "near8", "U.S.", "AT&T", "non-", "l'", "'s", "制裁", "裁", "미국", "צה\"ל", "Łódź", "🙂", "\uD800", "\uDC00", "\u0301", "\u200B", "\u202F", "\u00A0", "\u00AD", "1", "12:30");

    public static Gen<string> Text { get; } =
        Gen.Frequency((5, Syntax), (4, Words), (1, Gen.Char.Select(c => c.ToString()))).Array[0, 25].Select(string.Concat);

    /// <summary>The query, or <see langword="null"/> where it is refused as it should be; any other exception comes out.</summary>
    public static WatchQuery? TryRead(string text)
    {
        try
        {
            return WatchQuery.Parse(text);
        }
        catch (QuerySyntaxException)
        {
            return null;
        }
    }
}
