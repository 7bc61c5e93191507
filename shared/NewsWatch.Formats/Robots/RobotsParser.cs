using System.Globalization;
using System.Text;

namespace NewsWatch.Formats.Robots;

/// <summary>Reads the lines of a robots.txt, with the slips that RFC 9309 and the large crawlers let pass.</summary>
internal sealed class RobotsParser
{
    // RFC 9309, 2.5: at least 500 KiB must be read.
    private const int MostBytes = 1024 * 1024;
    private const int LongestLine = 16_664;

    private readonly List<RobotsGroup> _groups = [];
    private readonly List<string> _sitemaps = [];
    private List<string> _agents = [];
    private List<RobotsRule> _rules = [];
    private TimeSpan? _delay;
    private bool _hasRules;

    public static RobotsFile Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        bytes = bytes[..Math.Min(bytes.Length, MostBytes)];
        var parser = new RobotsParser();
        for (var number = 1; !bytes.IsEmpty; number++)
        {
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? bytes : bytes[..end];
            parser.Read(line[..Math.Min(line.Length, LongestLine)], number);
            var skip = end < 0 ? bytes.Length : bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? end + 2 : end + 1;
            bytes = bytes[skip..];
        }

        parser.EndGroup();
        return new RobotsFile(parser._groups, parser._sitemaps);
    }

    private void Read(ReadOnlySpan<byte> line, int number)
    {
        var comment = line.IndexOf((byte)'#');
        if (comment >= 0) line = line[..comment];
        if (!TrySplit(line, out var key, out var value)) return;
        switch (key)
        {
            case "user-agent" or "useragent" or "user agent": AddAgent(Encoding.UTF8.GetString(value)); break;
            case "disallow" or "dissallow" or "dissalow" or "disalow" or "diasllow" or "disallaw": AddRule(value, false, number); break;
            case "allow": AddRule(value, true, number); break;
            case "sitemap" or "site-map": _sitemaps.Add(Encoding.UTF8.GetString(value)); break;
            case "crawl-delay" or "crawldelay": AddDelay(Encoding.UTF8.GetString(value)); break;
        }
    }

    // A colon may be missing between two words.
    private static bool TrySplit(ReadOnlySpan<byte> line, out string key, out ReadOnlySpan<byte> value)
    {
        line = line.Trim(" \t\0"u8);
        var colon = line.IndexOf((byte)':');
        if (colon < 0)
        {
            colon = line.IndexOfAny((byte)' ', (byte)'\t');
            if (colon > 0 && line[colon..].TrimStart(" \t"u8).IndexOfAny((byte)' ', (byte)'\t') >= 0) colon = -1;
        }

        key = colon <= 0 ? "" : Encoding.UTF8.GetString(line[..colon].Trim(" \t"u8)).ToLowerInvariant();
        value = colon <= 0 ? [] : line[(colon + 1)..].Trim(" \t"u8);
        return key.Length > 0;
    }

    private void AddAgent(string value)
    {
        if (_hasRules) EndGroup();
        var isAll = value.StartsWith('*') && (value.Length == 1 || char.IsWhiteSpace(value[1]));
        _agents.Add(isAll ? "*" : RobotsGroup.Token(value));

        // The standard's tokens have no digits; agents do.
        if (!isAll && !value.Any(char.IsWhiteSpace)) _agents.Add(RobotsGroup.NameIn(value));
    }

    private void AddRule(ReadOnlySpan<byte> value, bool allow, int number)
    {
        _hasRules = true;
        if (value.IsEmpty || _agents.Count == 0) return;
        var pattern = RobotsPath.Escape(value);
        _rules.Add(new RobotsRule(pattern, allow, number));

        // Allowing a folder's index allows the folder.
        if (allow && pattern.EndsWith("/index.html", StringComparison.Ordinal)) _rules.Add(new RobotsRule(pattern[..^10] + "$", allow, number));
        else if (allow && pattern.EndsWith("/index.htm", StringComparison.Ordinal)) _rules.Add(new RobotsRule(pattern[..^9] + "$", allow, number));
    }

    private void AddDelay(string value)
    {
        if (_agents.Count == 0 || !double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)) return;
        if (seconds <= TimeSpan.MaxValue.TotalSeconds / 2) _delay ??= TimeSpan.FromSeconds(seconds);
    }

    private void EndGroup()
    {
        if (_agents.Count > 0) _groups.Add(new RobotsGroup(_agents, _rules, _delay));
        (_agents, _rules, _delay, _hasRules) = ([], [], null, false);
    }
}
