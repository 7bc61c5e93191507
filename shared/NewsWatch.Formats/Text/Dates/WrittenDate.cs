using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Text.Dates;

/// <summary>RFC 822 and whatever else people write with words: the parts may come in any order and in many languages.</summary>
internal sealed partial class WrittenDate
{
    private DateParts _parts = new();
    private bool _hasYear, _hasMonth, _hasDay, _hasTime;
    private string? _half;
    private string? _time;

    public static DateTimeOffset? Parse(string text)
    {
        text = Comment().Replace(text, " ");
        text = HyphenatedIso().Replace(text, m => MonthNames.Find(m.Groups[2].Value) is var n and > 0 ? $"{m.Groups[1]}-{n}-{m.Groups[3]} " : m.Value);
        if (IsoDate.Parse(text.Trim()) is { } iso) return iso;
        text = Hyphenated().Replace(text, "$1 $2 $3");
        var date = new WrittenDate();
        var words = Separator().Split(text.Trim());
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length > 0 && !date.Take(words[i], first: i == 0)) return null;
        }

        return date.Finish();
    }

    private DateTimeOffset? Finish()
    {
        if (_time is not null)
        {
            if (ClockTime.Parse(_time, _half) is not { } time) return null;
            _parts.Time = time;
        }

        return _hasYear && _hasMonth ? _parts.ToMoment() : null;
    }

    private bool Take(string word, bool first)
    {
        if (char.IsAsciiDigit(word[0])) return TakeNumber(word);
        if (word[0] is '+' or '-') return TakeZone(word);
        if (word.ToUpperInvariant() is "AM" or "PM" or "A.M." or "P.M.") _half = word;
        else if (!_hasMonth && MonthNames.Find(word) is var month and > 0) (_parts.Month, _hasMonth) = (month, true);
        else if (ZoneOffset.Parse(word) is { } offset) _parts.Offset = offset;
        else return first || DateWords.IsFiller(word) || _hasTime || (!_hasMonth && !_hasDay);
        return true;
    }

    private bool TakeZone(string word)
    {
        if (word.Trim('-', '–').Length == 0) return true;
        if (ZoneOffset.Parse(word) is not { } offset) return false;
        _parts.Offset = offset;
        return true;
    }

    private bool TakeNumber(string word)
    {
        if (Triple().Match(word) is { Success: true } triple) return TakeTriple(triple);
        if (word.Contains(':', StringComparison.Ordinal) || Clock().IsMatch(word)) return TakeTime(word);
        var match = Plain().Match(word);
        return match.Success && TakePlain(match.Groups[1].Value);
    }

    private bool TakeTime(string word)
    {
        // "18:28:36+0200" and "18:28Z" glue the zone to the time.
        var zone = word.IndexOfAny(['+', '-', 'Z', 'z']);
        if (zone > 0 && !TakeZoneOf(word[zone..])) return false;
        (_time, _hasTime) = (zone > 0 ? word[..zone] : word, true);
        return true;
    }

    private bool TakeZoneOf(string zone)
    {
        if (ZoneOffset.Parse(zone) is not { } offset) return false;
        _parts.Offset = offset;
        return true;
    }

    private bool TakePlain(string digits)
    {
        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        if (digits.Length <= 2 && !_hasDay) (_parts.Day, _hasDay) = (number, true);
        else if (!_hasYear && digits.Length is 2 or 4) (_parts.Year, _hasYear) = (DateParts.FullYear(number, digits.Length), true);
        else return false;
        return true;
    }

    // With slashes the month comes first, with dots the day; a number over twelve decides.
    private bool TakeTriple(Match match)
    {
        var (a, b, c) = (Value(match, 1), Value(match, 3), Value(match, 4));
        if (match.Groups[1].Length == 4) (_parts.Year, _parts.Month, _parts.Day) = (a, b, c);
        else
        {
            var dayFirst = match.Groups[2].Value == "." || a > 12;
            (_parts.Day, _parts.Month) = dayFirst && b <= 12 ? (a, b) : (b, a);
            _parts.Year = DateParts.FullYear(c, match.Groups[4].Length);
        }

        _hasYear = _hasMonth = _hasDay = true;
        return true;
    }

    private static int Value(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(\d{4})-(\p{L}{3,12})-(\d{1,2})[Tt ]?")]
    private static partial Regex HyphenatedIso();

    [GeneratedRegex(@"(\d{1,2})-(\p{L}{3,12})-(\d{2,4})")]
    private static partial Regex Hyphenated();

    [GeneratedRegex(@"[\s,|·•]+")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(\d{4}|\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{1,2})\.?$")]
    private static partial Regex Triple();

    [GeneratedRegex(@"^\d{1,2}(?:h\d{0,2}|[.:]\d\d|\s*[AaPp]\.?[Mm]\.?)$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(\d{1,4})(?:st|nd|rd|th|er|º|ª|\.)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
