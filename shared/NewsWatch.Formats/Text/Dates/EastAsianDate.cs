using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Text.Dates;

/// <summary>Dates with the signs for year, month and day, and Korean halves of the day. They name no zone: it is that of the language.</summary>
internal static partial class EastAsianDate
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static DateTimeOffset? Parse(string text)
    {
        var match = Signed().Match(text);
        var korean = match is { Success: true, Groups: var groups } && groups["year"].Value == "년";
        if (!match.Success) match = Halved().Match(text);
        else if (!korean) return Read(match, text.Contains('時', StringComparison.Ordinal) ? Seoul : Beijing);
        return match.Success ? Read(match, Seoul) : null;
    }

    private static DateTimeOffset? Read(Match match, TimeSpan offset)
    {
        var parts = new DateParts { Year = Number(match, "y"), Month = Number(match, "mo"), Day = Number(match, "d"), Offset = offset };
        if (match.Groups["h"].Success)
        {
            var half = match.Groups["half"].Value switch { "오후" or "下午" or "午後" => "pm", "오전" or "上午" or "午前" => "am", _ => null };
            if (ClockTime.Parse($"{match.Groups["h"]}:{Number(match, "m")}:{Number(match, "s")}", half) is not { } time) return null;
            parts.Time = time;
        }

        return parts.ToMoment();
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<y>\d{4})\s*(?<year>[년年])\s*(?<mo>\d{1,2})\s*[월月]\s*(?<d>\d{1,2})\s*[일日号]?(?:\s*\(?[월화수목금토일月火水木金土日]\)?(?:曜日|요일)?)?\s*(?:(?<half>오전|오후|上午|下午|午前|午後)\s*)?(?:(?<h>\d{1,2})[:：時时시点]\s*(?:(?<m>\d{1,2})(?:[:：分분]\s*(?:(?<s>\d{1,2})[秒초]?)?)?)?)?$")]
    private static partial Regex Signed();

    [GeneratedRegex(@"^(?<y>\d{4})[-./](?<mo>\d{1,2})[-./](?<d>\d{1,2})\s+(?<half>오전|오후)\s+(?<h>\d{1,2}):(?<m>\d\d)(?::(?<s>\d\d))?$")]
    private static partial Regex Halved();
}
