using NewsWatch.Contracts;

namespace NewsWatch.Formats.Urls;

/// <summary>The one address of an article, whichever way it was linked: what only tracks, wraps or formats is gone.</summary>
public static class CanonicalUrl
{
    // Real addresses need two or three. This bounds the time that a hostile one may take, whose form may then have another.
    private const int MostPasses = 64;

    /// <summary>The canonical form, or <see langword="null"/> for what is no web address or longer than is kept.</summary>
    public static string? Of(string? url, string? baseUrl = null) => Short(WebUrl.TryParse(url, WebUrl.TryParse(baseUrl)) is { } parsed ? Of(parsed) : null);

    /// <summary>The canonical form; <see langword="null"/> for what is no web address or longer than is kept.</summary>
    /// <param name="url">The address.</param>
    /// <param name="host">The host of the canonical form, even of one that is too long; <see langword="null"/> for what is no web address.</param>
    public static string? Of(string? url, out string? host)
    {
        var canonical = WebUrl.TryParse(url) is { } parsed ? Of(parsed) : null;
        host = canonical?.Host;
        return Short(canonical);
    }

    /// <summary>The canonical form, whose own canonical form is itself.</summary>
    /// <remarks>What one pass takes away can uncover more: the mobile form of a counter of clicks, a session behind a dot segment, a second <c>.amp</c>.</remarks>
    public static WebUrl Of(WebUrl url)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var plainer = Plainer(url);
            if (plainer == url) break;
            url = plainer;
        }

        return url;
    }

    /// <summary>What a page's own <c>rel=canonical</c> makes of its address: it counts within the same site only.</summary>
    public static string Declared(string pageUrl, string? declared)
    {
        var (page, canonical) = (WebUrl.TryParse(pageUrl), WebUrl.TryParse(declared, WebUrl.TryParse(pageUrl)));
        if (page is null) return pageUrl;
        var respected = canonical is not null && SameSite(page, canonical) && !(canonical.Path == "/" && page.Path != "/");
        return Of(respected ? canonical! : page).ToString();
    }

    private static WebUrl Plainer(WebUrl url)
    {
        url = UrlWrappers.Unwrap(url);
        var trimmed = url.Host.TrimEnd('.');
        var (host, path) = AmpForm.Without(trimmed.Length > 0 ? trimmed : url.Host, CanonicalPath.Of(UrlPath.Resolve("/", url.Path)));
        return new WebUrl { Scheme = url.Scheme, Host = host, Port = url.Port, Path = path, Query = CanonicalQuery.Of(host, url.Query), Fragment = HashBang(url.Fragment) };
    }

    private static string? Short(WebUrl? url) => url?.ToString() is { Length: <= ArticleLimits.Url } text ? text : null;

    private static bool SameSite(WebUrl a, WebUrl b) => (RegistrableDomain.Of(a.Host) ?? a.Host) == (RegistrableDomain.Of(b.Host) ?? b.Host);

    // Only "#!" ever named a page of its own.
    private static string? HashBang(string? fragment) => fragment is ['!', _, ..] ? fragment : null;
}
