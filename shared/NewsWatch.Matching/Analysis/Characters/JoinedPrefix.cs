using System.Globalization;

namespace NewsWatch.Matching.Analysis.Characters;

/// <summary>
/// Decides whether a hyphen ties a prefix to the word after it (step 3, <c>nw_join_prefix</c>): <c>non-lethal</c> is one word, <c>pro-Russian</c> two.
/// Case is ignored as Java's regular expressions ignore it, so a long s counts as s, a dotless or dotted i as i.
/// </summary>
internal static class JoinedPrefix
{
    private const int Longest = 7;

    /// <summary>The prefixes that join.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["non", "anti", "un", "ex", "re", "co", "pre", "post", "counter", "semi", "quasi", "pseudo", "sub"];

    /// <summary>Whether the hyphen at <paramref name="hyphen"/> disappears.</summary>
    public static bool Joins(ReadOnlySpan<char> text, int hyphen)
    {
        var start = hyphen;
        while (start > 0 && IsLetterOrNumber(text[start - 1]))
        {
            if (hyphen - --start > Longest) return false;
        }

        return IsPrefix(text[start..hyphen]) && IsLetterAt(text, hyphen + 1);
    }

    private static bool IsPrefix(ReadOnlySpan<char> word)
    {
        Span<char> simple = stackalloc char[Longest];
        for (var index = 0; index < word.Length; index++) simple[index] = Simple(word[index]);
        return simple[..word.Length] is "non" or "anti" or "un" or "ex" or "re" or "co" or "pre" or "post" or "counter" or "semi" or "quasi" or "pseudo" or "sub";
    }

    private static char Simple(char unit) => unit switch
    {
        >= 'A' and <= 'Z' => (char)(unit | 0x20),
        '\u0130' or '\u0131' => 'i',
        '\u017F' => 's',
        _ => unit,
    };

    private static bool IsLetterAt(ReadOnlySpan<char> text, int index)
    {
        if (index >= text.Length) return false;
        if (char.IsAsciiLetter(text[index])) return true;
        return index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1])
            ? Letters.IsLetter(char.ConvertToUtf32(text[index], text[index + 1]))
            : Letters.IsLetter(text[index]);
    }

    // One unit, not one code point: Java looks behind by one unit and so sees no letter in half a pair. The vectorised path asks with the dropped characters
    // still in the text; there they always stand behind a letter, and so count as one.
    private static bool IsLetterOrNumber(char unit) => char.IsAscii(unit) ? char.IsAsciiLetterOrDigit(unit)
        : CharacterMap.IsDropped(unit) || CharUnicodeInfo.GetUnicodeCategory(unit) is <= UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
