using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Urls;

/// <summary>Addresses that only carry another one: AMP caches and counters of clicks.</summary>
internal static partial class UrlWrappers
{
    private const int Deepest = 4;

    private static readonly (string Host, string Path, string[] Names)[] Counters =
    [
        ("www.google.com", "/url", ["q", "url"]),
        ("news.google.com", "/news/url", ["url"]),
        ("l.facebook.com", "/l.php", ["u"]),
        ("lm.facebook.com", "/l.php", ["u"]),
        ("www.facebook.com", "/l.php", ["u"]),
        ("l.instagram.com", "/", ["u"]),
        ("out.reddit.com", "/", ["url"]),
        ("www.youtube.com", "/redirect", ["q"]),
        ("t.umblr.com", "/redirect", ["z"]),
        ("slack-redir.net", "/link", ["url"]),
        ("vk.com", "/away.php", ["to"]),
        ("www.bing.com", "/news/apiclick.aspx", ["url"]),
        ("go.skimresources.com", "/", ["url"]),
        ("getpocket.com", "/redirect", ["url"]),
    ];

    public static WebUrl Unwrap(WebUrl url)
    {
        for (var i = 0; i < Deepest && Inner(url) is { } inner; i++) url = inner;
        return url;
    }

    private static WebUrl? Inner(WebUrl url)
    {
        foreach (var (host, path, names) in Counters)
        {
            if (url.Host == host && url.Path.Equals(path, StringComparison.OrdinalIgnoreCase))
                return names.Select(name => WebUrl.TryParse(Parameter(url.Query, name))).FirstOrDefault(u => u is not null);
        }

        return url.Host.EndsWith(".ampproject.org", StringComparison.Ordinal) || (url.Path.StartsWith("/amp/", StringComparison.Ordinal) && IsGoogle().IsMatch(url.Host))
            ? Cached(url)
            : null;
    }

    private static WebUrl? Cached(WebUrl url)
    {
        var match = CachePath().Match(url.Path);
        if (!match.Success) return null;
        var scheme = match.Groups["s"].Success ? "https://" : "http://";
        var query = url.Query is null ? "" : "?" + url.Query;
        return WebUrl.TryParse(scheme + match.Groups["rest"].Value + query);
    }

    private static string? Parameter(string? query, string name)
    {
        foreach (var pair in (query ?? "").Split('&'))
        {
            // In a query a plus is a space, and the canonical spelling writes one so.
            if (pair.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase)) return PercentEncoding.Decode(pair[(name.Length + 1)..].Replace("+", "%20", StringComparison.Ordinal));
        }

        return null;
    }

    [GeneratedRegex(@"^/(?:amp|[a-z]|wp/[a-z])/(?<s>s/)?(?<rest>[^/]+\.[^/]+.*)$")]
    private static partial Regex CachePath();

    [GeneratedRegex(@"^(?:www\.)?google\.[a-z.]{2,6}$")]
    private static partial Regex IsGoogle();
}
