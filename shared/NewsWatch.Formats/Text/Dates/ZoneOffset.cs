using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Text.Dates;

/// <summary>Time zones as feeds write them: numbers, <c>GMT+2</c>, abbreviations. Ambiguous abbreviations take the meaning of news feeds.</summary>
internal static partial class ZoneOffset
{
    private static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["ETC/GMT"] = 0,
        ["ETC/UTC"] = 0,
        ["UCT"] = 0,
        ["AT"] = -4,
        ["ET"] = -5,
        ["CT"] = -6,
        ["MT"] = -7,
        ["PT"] = -8,
        ["AST"] = -4,
        ["ADT"] = -3,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["NST"] = -3.5,
        ["NDT"] = -2.5,
        ["AKST"] = -9,
        ["AKDT"] = -8,
        ["HST"] = -10,
        ["BRT"] = -3,
        ["ART"] = -3,
        ["CLT"] = -4,
        ["COT"] = -5,
        ["PET"] = -5,
        ["BST"] = 1,
        ["IST"] = 5.5,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["MET"] = 1,
        ["MEZ"] = 1,
        ["CEST"] = 2,
        ["MEST"] = 2,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["MSD"] = 4,
        ["TRT"] = 3,
        ["SAST"] = 2,
        ["CAT"] = 2,
        ["WAT"] = 1,
        ["EAT"] = 3,
        ["IDT"] = 3,
        ["GST"] = 4,
        ["IRST"] = 3.5,
        ["PKT"] = 5,
        ["NPT"] = 5.75,
        ["BDT"] = 6,
        ["ICT"] = 7,
        ["WIB"] = 7,
        ["HKT"] = 8,
        ["SGT"] = 8,
        ["MYT"] = 8,
        ["PHT"] = 8,
        ["AWST"] = 8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["ACST"] = 9.5,
        ["ACDT"] = 10.5,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string name) => Hours.ContainsKey(name);

    /// <summary>The offset from UTC, or <see langword="null"/> for what is no zone.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (Hours.TryGetValue(text, out var hours)) return TimeSpan.FromHours(hours);
        var match = Numeric().Match(text);
        if (!match.Success) return null;
        var (hour, minute) = (Number(match, "h"), Number(match, "m"));
        if (hour > 99 || minute > 59) return null;
        var offset = new TimeSpan(hour, minute, 0);
        return match.Groups["s"].Value == "-" ? -offset : offset;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:GMT|UTC|UT|Z|Etc/GMT)?\s*(?<s>[+-])(?<h>\d{1,2}):?(?<m>\d\d)?(?::?\d\d)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();
}
