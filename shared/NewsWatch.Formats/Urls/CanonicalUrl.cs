using NewsWatch.Contracts;

namespace NewsWatch.Formats.Urls;

/// <summary>The one address of an article, whichever way it was linked: what only tracks, wraps or formats is gone.</summary>
public static class CanonicalUrl
{
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

    /// <summary>The canonical form.</summary>
    public static WebUrl Of(WebUrl url)
    {
        url = UrlWrappers.Unwrap(url);
        var host = url.Host.TrimEnd('.');
        var plain = new WebUrl { Scheme = url.Scheme, Host = host.Length > 0 ? host : url.Host, Port = url.Port, Path = CanonicalPath.Of(url.Path), Query = url.Query };
        var (hostPlain, path) = AmpForm.Without(plain.Host, plain.Path);
        return plain with { Host = hostPlain, Path = path, Query = CanonicalQuery.Of(hostPlain, url.Query), Fragment = HashBang(url.Fragment) };
    }

    /// <summary>What a page's own <c>rel=canonical</c> makes of its address: it counts within the same site only.</summary>
    public static string Declared(string pageUrl, string? declared)
    {
        var (page, canonical) = (WebUrl.TryParse(pageUrl), WebUrl.TryParse(declared, WebUrl.TryParse(pageUrl)));
        if (page is null) return pageUrl;
        var respected = canonical is not null && SameSite(page, canonical) && !(canonical.Path == "/" && page.Path != "/");
        return Of(respected ? canonical! : page).ToString();
    }

    private static string? Short(WebUrl? url) => url?.ToString() is { Length: <= ArticleLimits.Url } text ? text : null;

    private static bool SameSite(WebUrl a, WebUrl b) => (RegistrableDomain.Of(a.Host) ?? a.Host) == (RegistrableDomain.Of(b.Host) ?? b.Host);

    // Only "#!" ever named a page of its own.
    private static string? HashBang(string? fragment) => fragment is ['!', _, ..] ? fragment : null;
}
