using System.Globalization;

namespace NewsWatch.Formats.Text.Dates;

/// <summary>Seconds or milliseconds since 1970.</summary>
internal static class EpochDate
{
    public static DateTimeOffset? Parse(string text)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
    }
}
