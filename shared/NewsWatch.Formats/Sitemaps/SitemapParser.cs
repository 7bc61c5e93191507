using NewsWatch.Formats.Feeds;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Charsets;
using NewsWatch.Formats.Text.Dates;
using NewsWatch.Formats.Text.Markup;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Formats.Sitemaps;

/// <summary>Reads sitemaps: XML with the news extension, indexes, text, feeds, gzip or not (sitemaps.org, Google News).</summary>
public static class SitemapParser
{
    // The protocol's own limit; what a longer list holds beyond it is not read.
    private const int MostEntries = 50_000;

    /// <summary>Parses a sitemap.</summary>
    /// <param name="bytes">The document as received.</param>
    /// <param name="contentType">The HTTP header, for its charset.</param>
    /// <param name="baseUrl">Where it came from.</param>
    /// <exception cref="SitemapException">It is none; the message says why.</exception>
    public static SitemapDocument Parse(byte[] bytes, string? contentType = null, string? baseUrl = null)
    {
        try
        {
            return ParseText(CharsetDecoder.Decode(Gunzip.IfPacked(bytes), contentType).Text, baseUrl);
        }
        catch (Exception e) when (e is MarkupException or FeedFormatException or InvalidDataException)
        {
            throw new SitemapException(e.Message);
        }
    }

    private static SitemapDocument ParseText(string text, string? baseUrl)
    {
        if (!text.AsSpan().TrimStart().StartsWith("<")) return OfLines(text);
        var document = MarkupReader.Read(text);
        var site = WebUrl.TryParse(baseUrl);
        if (document.First("urlset") is { } urls) return new SitemapDocument { Format = SitemapFormat.UrlSet, Items = Items(urls, site) };
        if (document.First("sitemapindex") is { } index) return new SitemapDocument { Format = SitemapFormat.Index, Sitemaps = References(index, site) };
        return OfFeed(FeedParser.ParseText(text, baseUrl));
    }

    private static SitemapDocument OfLines(string text)
    {
        var urls = text.Split('\n').Take(MostEntries).Select(l => l.Trim()).Where(l => WebUrl.TryParse(l) is not null).ToList();
        if (urls.Count == 0) throw new SitemapException("The document is no sitemap: it is neither XML nor a list of web addresses.");
        return new SitemapDocument { Format = SitemapFormat.Text, Items = urls.ConvertAll(url => new SitemapItem { Url = url }) };
    }

    private static SitemapDocument OfFeed(FeedDocument feed) => new()
    {
        Format = SitemapFormat.Feed,
        Items = feed.Items.Where(i => i.Url is not null).Select(i => new SitemapItem
        {
            Url = i.Url!,
            Title = i.Title,
            Published = i.Published,
            Updated = i.Updated ?? i.Published,
            Lang = i.Lang,
            Source = feed.Title,
            Tag = i.Tag,
        }).ToList(),
    };

    private static List<SitemapItem> Items(Element urls, WebUrl? site) =>
        urls.All("url").Take(MostEntries).Select(u => Item(u, site)).OfType<SitemapItem>().ToList();

    private static SitemapItem? Item(Element url, WebUrl? site)
    {
        if (Location(url, site) is not { } location) return null;
        var news = url.First("news");
        return new SitemapItem
        {
            Url = location,
            Updated = FeedDate.Parse(url.First("lastmod")?.Text),
            Title = Line(news?.First("title")),
            Published = FeedDate.Parse(news?.First("publication_date")?.Text),
            Lang = LanguageTag.Normalize((news?.First("publication")?.First("language") ?? news?.First("language"))?.Text),
            Source = Line(news?.First("publication")?.First("name")),
            Tag = news?.First("keywords")?.Text.Split(',').Select(PlainText.Line).Where(t => t.Length > 0).Distinct().ToList() ?? [],
        };
    }

    private static List<SitemapReference> References(Element index, WebUrl? site) =>
        index.All("sitemap").Take(MostEntries)
            .Where(s => Location(s, site) is not null)
            .Select(s => new SitemapReference(Location(s, site)!, FeedDate.Parse(s.First("lastmod")?.Text)))
            .ToList();

    private static string? Location(Element entry, WebUrl? site)
    {
        var written = entry.First("loc")?.Text.Trim();
        return WebUrl.TryParse(written, site) is not { } url ? null : WebUrl.TryParse(written) is null ? url.ToString() : written;
    }

    private static string? Line(Element? element) => element is not null && PlainText.Line(FeedText.OfUnknown(element.Text)) is { Length: > 0 } line ? line : null;
}
