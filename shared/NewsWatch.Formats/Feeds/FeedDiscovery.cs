using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Charsets;
using NewsWatch.Formats.Text.Html;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Formats.Feeds;

/// <summary>Finds the feeds of a site in one of its pages: declared ones first, then links that look like feeds.</summary>
public static class FeedDiscovery
{
    private const int Most = 50;

    private static readonly HtmlParser Parser = new();

    private static readonly string[] Types =
        ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json", "application/rss", "text/rss+xml", "application/x-rss+xml"];

    /// <summary>The feeds, in the order to offer them; empty where the page names none.</summary>
    /// <param name="bytes">The page as received.</param>
    /// <param name="contentType">The HTTP header, for its charset.</param>
    /// <param name="url">Where it came from.</param>
    public static IReadOnlyList<DiscoveredFeed> Find(byte[] bytes, string? contentType, string url)
    {
        using var document = Parser.ParseDocument(HtmlDepth.Limit(CharsetDecoder.Decode(bytes, contentType).Text));
        var address = document.QuerySelector("base[href]")?.GetAttribute("href") is { } declared ? WebUrl.Resolve(declared, url) ?? url : url;
        var links = document.QuerySelectorAll("link[rel~=alternate i][href], link[rel~=feed i][href]").Where(IsFeed).Select(l => Of(l, l.GetAttribute("title"), address));
        var anchors = document.QuerySelectorAll("a[href]").Where(LooksLikeFeed).Select(a => Of(a, a.TextContent, address));
        return links.Concat(anchors).OfType<DiscoveredFeed>().DistinctBy(f => f.Url).Take(Most).ToList();
    }

    private static DiscoveredFeed? Of(IElement link, string? title, string baseUrl) =>
        WebUrl.Resolve(link.GetAttribute("href"), baseUrl) is { } url ? new DiscoveredFeed(url, PlainText.Line(title) is { Length: > 0 } line ? line : null) : null;

    // WordPress offers its REST interface as application/json; that is no feed.
    private static bool IsFeed(IElement link)
    {
        var (type, href) = (link.GetAttribute("type")?.Trim().ToLowerInvariant() ?? "", link.GetAttribute("href")!);
        if (href.Contains("/wp-json/", StringComparison.OrdinalIgnoreCase)) return false;
        return Types.Contains(type) || (type.Length == 0 && (link.GetAttribute("rel") ?? "").Contains("feed", StringComparison.OrdinalIgnoreCase));
    }

    private static bool LooksLikeFeed(IElement anchor)
    {
        var href = anchor.GetAttribute("href")!.Split('#')[0];
        var path = href.Split('?')[0].TrimEnd('/');
        return href.StartsWith("feed:", StringComparison.OrdinalIgnoreCase)
            || Array.Exists([".rss", ".rdf", ".atom", "/feed", "/rss", "/atom", "rss.xml", "atom.xml", "feed.xml", "feed.json", "index.xml"], e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>A feed that a page names.</summary>
/// <param name="Url">Absolute.</param>
/// <param name="Title">What the page calls it.</param>
public sealed record DiscoveredFeed(string Url, string? Title);
