using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Text.Dates;

/// <summary>A time of day: <c>9:15</c>, <c>21:15:03.5</c>, <c>24:00</c>, <c>9:15pm</c>, <c>21h15</c>.</summary>
internal readonly partial record struct ClockTime(long Ticks)
{
    public static ClockTime? Parse(string text, string? half = null)
    {
        var match = Shape().Match(text);
        if (!match.Success) return null;
        var hour = Number(match, "h");
        var (minute, second) = (Number(match, "m"), Number(match, "s"));
        half = match.Groups["half"] is { Success: true, Value: var own } ? own : half;
        if (half is not null && hour is >= 1 and <= 12) hour = (hour % 12) + (half.StartsWith('p') || half.StartsWith('P') ? 12 : 0);
        var midnight = hour == 24 && minute + second == 0;
        if ((hour > 23 && !midnight) || minute > 59 || second > 60) return null;

        // A leap second counts as the last one that clocks here know.
        var seconds = (hour * 3600L) + (minute * 60) + Math.Min(second, 59);
        return new ClockTime((seconds * TimeSpan.TicksPerSecond) + Fraction(match.Groups["f"].Value));
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static long Fraction(string digits) =>
        digits.Length == 0 ? 0 : long.Parse(digits.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<h>\d{1,2})(?:[:.](?<m>\d{1,2})(?::(?<s>\d{1,2})(?:[.,](?<f>\d{1,12}))?)?|h(?<m>\d{2})?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?$")]
    private static partial Regex Shape();
}
