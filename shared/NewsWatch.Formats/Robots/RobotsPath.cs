using System.Text;

namespace NewsWatch.Formats.Robots;

/// <summary>The part of an address that rules are about.</summary>
internal static class RobotsPath
{
    private const string Digits = "0123456789ABCDEF";

    /// <summary>Path and query of an address, escaped as rules are.</summary>
    public static string Of(string url)
    {
        var start = 0;
        if (url.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 && url.AsSpan(0, scheme).IndexOfAny("/?;#") < 0) start = scheme + 3;
        else if (url.StartsWith("//", StringComparison.Ordinal)) start = 2;
        var path = url.AsSpan(start).IndexOfAny("/?;#") is var at and >= 0 ? url[(start + at)..] : "";
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0) path = path[..hash];
        if (path.Length == 0) return "/";
        return EscapeDollars(Escape(Encoding.UTF8.GetBytes(path[0] == '/' ? path : "/" + path), keepBeyondAscii: true)).Replace("*", "%2A", StringComparison.Ordinal);
    }

    /// <summary>Dollars that are no anchors.</summary>
    public static string EscapeDollars(string text) => text.Replace("$", "%24", StringComparison.Ordinal);

    /// <summary>Bytes beyond ASCII and characters that no URL holds as escapes, escapes in capitals.</summary>
    /// <remarks>An address has its letters escaped already (RFC 9309, 2.2.2); one that has not matches no rule for them.</remarks>
    public static string Escape(ReadOnlySpan<byte> text, bool keepBeyondAscii = false)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= 0x80 && keepBeyondAscii) result.Append((char)text[i]);
            else if (text[i] >= 0x80 || (char)text[i] is '<' or '>' or '"' or ' ' or '{' or '}' or '|' or '^' or '`') result.Append('%').Append(Digits[text[i] >> 4]).Append(Digits[text[i] & 15]);
            else if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                result.Append('%').Append(char.ToUpperInvariant((char)text[i + 1])).Append(char.ToUpperInvariant((char)text[i + 2]));
                i += 2;
            }
            else result.Append((char)text[i]);
        }

        return result.ToString();
    }
}
