using System.Globalization;
using System.Text;
using NewsWatch.Formats.Urls.Hosts;

namespace NewsWatch.Formats.Urls;

/// <summary>The parts of the WHATWG URL algorithm that concern http and https.</summary>
internal sealed class WebUrlParser(string input, WebUrl? relativeTo)
{
    private readonly string _text = Strip(input);

    public WebUrl? Parse()
    {
        var colon = SchemeEnd();
        if (colon < 0) return relativeTo is null ? null : Relative(_text, relativeTo);
        var scheme = _text[..colon].ToLowerInvariant();
        var rest = _text.AsSpan(colon + 1);

        // feed:https://… and feed://… are how old buttons link to a feed.
        if (scheme is "feed" or "rss") return new WebUrlParser(rest.StartsWith("//") ? $"http:{rest}" : rest.ToString(), relativeTo).Parse();
        if (scheme is not ("http" or "https")) return null;
        if (relativeTo is not null && relativeTo.Scheme == scheme && !StartsWithSlashes(rest)) return Relative(rest, relativeTo);
        return Authority(scheme, rest.TrimStart(@"/\"));
    }

    private int SchemeEnd()
    {
        if (_text.Length == 0 || !char.IsAsciiLetter(_text[0])) return -1;
        for (var i = 1; i < _text.Length; i++)
        {
            if (_text[i] == ':') return i;
            if (!char.IsAsciiLetterOrDigit(_text[i]) && _text[i] is not ('+' or '-' or '.')) return -1;
        }

        return -1;
    }

    private static WebUrl? Relative(ReadOnlySpan<char> link, WebUrl relativeTo)
    {
        if (StartsWithSlashes(link)) return Authority(relativeTo.Scheme, link.TrimStart(@"/\"));
        var (path, query, fragment) = SplitTail(link);
        if (path.Length > 0) return relativeTo with { Path = UrlPath.Resolve(relativeTo.Path, path), Query = query, Fragment = fragment };
        return relativeTo with { Query = link.StartsWith('?') ? query : relativeTo.Query, Fragment = fragment };
    }

    private static WebUrl? Authority(string scheme, ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(@"/\?#");
        if (end < 0) end = rest.Length;
        var authority = rest[..end];
        var at = authority.LastIndexOf('@');
        var hostText = WithoutPort(authority[(at + 1)..], out var portText);
        if (HostName.Parse(hostText.ToString()) is not { } host || !TryPort(portText, scheme, out var port)) return null;
        var (path, query, fragment) = SplitTail(rest[end..]);
        var user = at <= 0 ? "" : UserInfo(authority[..at].ToString());
        return new WebUrl { Scheme = scheme, UserInfo = user, Host = host, Port = port, Path = UrlPath.Resolve("/", path), Query = query, Fragment = fragment };
    }

    private static string UserInfo(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var user = PercentEncoding.UserInfo(colon < 0 ? text : text[..colon]);
        var password = colon < 0 ? "" : PercentEncoding.UserInfo(text[(colon + 1)..]);
        return password.Length == 0 ? user : $"{user}:{password}";
    }

    private static ReadOnlySpan<char> WithoutPort(ReadOnlySpan<char> authority, out ReadOnlySpan<char> port)
    {
        var colon = authority.LastIndexOf(':');
        if (colon < 0 || authority[colon..].Contains(']')) colon = authority.Length;
        port = colon < authority.Length ? authority[(colon + 1)..] : [];
        return authority[..colon];
    }

    private static bool TryPort(ReadOnlySpan<char> text, string scheme, out int? port)
    {
        port = null;
        if (text.Length == 0) return true;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 65535) return false;
        port = number == (scheme == "http" ? 80 : 443) ? null : number;
        return true;
    }

    private static (string Path, string? Query, string? Fragment) SplitTail(ReadOnlySpan<char> rest)
    {
        var hash = rest.IndexOf('#');
        var fragment = hash < 0 ? null : PercentEncoding.Fragment(rest[(hash + 1)..].ToString());
        if (hash >= 0) rest = rest[..hash];
        var mark = rest.IndexOf('?');
        var query = mark < 0 ? null : PercentEncoding.Query(rest[(mark + 1)..].ToString());
        return (rest[..(mark < 0 ? rest.Length : mark)].ToString(), query, fragment);
    }

    private static bool StartsWithSlashes(ReadOnlySpan<char> text) => text.Length > 1 && text[0] is '/' or '\\' && text[1] is '/' or '\\';

    private static string Strip(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && text[start] <= ' ') start++;
        while (end > start && text[end - 1] <= ' ') end--;
        if (!text.AsSpan(start, end - start).ContainsAny("\t\r\n")) return text[start..end];
        var stripped = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            if (text[i] is not ('\t' or '\r' or '\n')) stripped.Append(text[i]);
        }

        return stripped.ToString();
    }
}
