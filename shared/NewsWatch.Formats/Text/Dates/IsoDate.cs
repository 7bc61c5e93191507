using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Text.Dates;

/// <summary>ISO 8601 and its profile of the W3C, with the slips that feeds make: three-digit months, one-digit days, a space for the T.</summary>
internal static partial class IsoDate
{
    public static DateTimeOffset? Parse(string text)
    {
        var match = Extended().Match(text);
        if (!match.Success) match = Compact().Match(text);
        if (match.Success) return Read(match);
        return Truncated(text);
    }

    private static DateTimeOffset? Read(Match match)
    {
        var parts = new DateParts { Year = Number(match, "y", 0), Month = Number(match, "mo", 1), Day = Number(match, "d", 1) };
        if (match.Groups["t"].Success)
        {
            if (ClockTime.Parse(Colons(match.Groups["t"].Value)) is not { } time) return null;
            parts.Time = time;
        }

        if (match.Groups["z"] is { Success: true, Value: var zone })
        {
            if (ZoneOffset.Parse(zone) is not { } offset) return null;
            parts.Offset = offset;
        }

        return match.Groups["doy"].Success ? OfOrdinal(parts, Number(match, "doy", 1)) : parts.ToMoment();
    }

    // Forms without a century were withdrawn from the standard in 2004, so they name years before the twenties.
    private static DateTimeOffset? Truncated(string text)
    {
        var match = WithoutCentury().Match(text);
        if (!match.Success) return null;
        var parts = new DateParts { Year = DateParts.FullYear(Number(match, "y", 0), 2), Month = Number(match, "mo", 1), Day = Number(match, "d", 1) };
        if (parts.Year >= 2020) return null;
        return match.Groups["doy"].Success ? OfOrdinal(parts, Number(match, "doy", 1)) : parts.ToMoment();
    }

    private static DateTimeOffset? OfOrdinal(DateParts parts, int day)
    {
        if (parts.Year < 1 || day < 1 || day > (DateTime.IsLeapYear(parts.Year) ? 366 : 365)) return null;
        var date = new DateTime(parts.Year, 1, 1).AddDays(day - 1);
        (parts.Month, parts.Day) = (date.Month, date.Day);
        return parts.ToMoment();
    }

    private static string Colons(string time) =>
        time.Contains(':', StringComparison.Ordinal) || time.Length < 4 ? time : time.Insert(2, ":") is var t && t.Length > 5 ? t.Insert(5, ":") : t;

    private static int Number(Match match, string group, int otherwise) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(@"^(?<y>\d{4})(?:-(?<mo>\d{1,2}|0\d\d)(?:-(?<d>\d{1,2})(?:(?:[Tt]|\s+|[Tt]\s+)(?<t>\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d{1,12})?)?)\s*(?<z>[A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\d.*)?|(?<z>Z|[+-]\d\d:\d\d))?)?)?$")]
    private static partial Regex Extended();

    [GeneratedRegex(@"^(?<y>\d{4})(?:(?<mo>\d\d)(?<d>\d\d)|-?(?<doy>\d{3}))(?:[Tt](?<t>\d\d(?:\d\d(?:\d\d(?:[.,]\d{1,12})?)?|:\d\d(?::\d\d)?)?)(?<z>[A-Za-z]{1,5}|[+-]\d.*)?)?$")]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?:(?<y>\d\d)-(?<mo>\d\d)-(?<d>\d\d)|(?<y>\d\d)(?<mo>\d\d)(?<d>\d\d)|-(?<y>\d\d)-?(?<mo>\d\d)|(?<y>\d\d)(?<doy>\d{3}))$")]
    private static partial Regex WithoutCentury();
}
