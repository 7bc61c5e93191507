using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Urls;

/// <summary>Paths in one spelling: escapes that need not be are gone, the others in capitals, no session in them.</summary>
internal static partial class CanonicalPath
{
    public static string Of(string path)
    {
        path = Escapes(path);

        // What the patterns begin with is rare, and looking for it is much quicker than trying them.
        if (path.Contains(';', StringComparison.Ordinal)) path = Session().Replace(path, "");
        return path.Contains("//", StringComparison.Ordinal) ? Slashes().Replace(path, "/") : path;
    }

    /// <summary>Decodes what RFC 3986 calls unreserved and writes other escapes in capitals.</summary>
    public static string Escapes(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || !TryHex(text, i + 1, out var value))
            {
                result.Append(text[i] == '%' ? "%25" : text[i].ToString());
                continue;
            }

            if (IsUnreserved((char)value)) result.Append((char)value);
            else result.Append('%').Append(text.AsSpan(i + 1, 2).ToString().ToUpperInvariant());
            i += 2;
        }

        return result.ToString();
    }

    private static bool TryHex(string text, int at, out byte value)
    {
        value = 0;
        return at + 2 <= text.Length && byte.TryParse(text.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';

    // A doubled slash is a slip of some template, unless it belongs to an address inside the path.
    [GeneratedRegex("(?<!:)/{2,}")]
    private static partial Regex Slashes();

    [GeneratedRegex(@";(?:jsessionid|phpsessid|sid)=[^/;?]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Session();
}
