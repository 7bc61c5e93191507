using System.Text.RegularExpressions;
using NewsWatch.Formats.Text.Dates;

namespace NewsWatch.Formats.Pages;

/// <summary>A date somewhere in a short text.</summary>
internal static partial class DateInText
{
    public static DateTimeOffset? Find(string text)
    {
        foreach (Match match in Date().Matches(text))
        {
            if (FeedDate.Parse(Spaces().Replace(match.Value, m => m.Groups[1].Success ? "." : " ").Trim(' ', ',')) is { Year: >= 1990 and < 2100 } date) return date;
        }

        return null;
    }

    // "25. 11. 2026" is one date with air in it.
    [GeneratedRegex(@"(\.)\s(?=\d)|\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b\d{4}-\d\d?-\d\d?(?:[T ]\d\d?:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?|\b\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)?\d\d\b|\b\d{1,2}/\d{1,2}/(?:19|20)?\d\d\b|\b(?:19|20)\d\d[/.]\d{1,2}[/.]\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th|er|\.)?\s+(?:de |of )?\p{L}{3,12}\.?,?\s+(?:de |del )?(?:19|20)\d\d|\b\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]")]
    private static partial Regex Date();
}
