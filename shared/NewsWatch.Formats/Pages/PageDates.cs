using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Dates;

namespace NewsWatch.Formats.Pages;

/// <summary>When a page appeared: as declared, else as its address, its head and its text show it.</summary>
internal static partial class PageDates
{
    private static readonly string[] MetaNames =
    [
        "article:published_time", "article:published", "datepublished", "og:published_time", "og:article:published_time", "publishdate", "publish-date", "publication_date", "pubdate", "dc.date.issued", "dcterms.issued",
        "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "sailthru.date", "parsely-pub-date", "citation_publication_date", "citation_date", "date", "cxenseparse:recs:publishtime", "datecreated",
        "originalpublicationdate", "article_date_original", "published_time_telegram", "bt:pubdate", "rnews:datepublished", "lastmod", "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dc.date.modified", "revised",
    ];

    private static readonly string[] Selectors =
    [
        "[itemprop~=datePublished]", "time[pubdate]", "time[class*=publish i], time[class*=entry-date i], time[class*=post i], time[class*=created i]", "abbr[class~=published], [class~=dt-published], [property~='schema:datePublished']",
        "article time[datetime], main time[datetime]", "time[datetime]", "[class~=entry-date], [class~=published], [class~=post-date], [class~=article-date], [class~=date-published], [class~=publish-date], [class~=pubdate]",
        "[class*=date i]:not(body):not(html), [class*=datum i], [class*=publish i]:not(body), [class*=posted i], [class*=time i]:not(body):not(html), [id*=date i], [class*=meta i]:not(body):not(html), [class*=byline i], [class*=info i]",
    ];

    public static DateTimeOffset? Find(IHtmlDocument document, MetaTags meta, JsonLdArticle declared, string? url) =>
        Sane(FeedDate.Parse(declared.Published)) ?? OfMeta(meta) ?? OfMarkup(document) ?? OfAddress(url) ?? OfText(document) ?? Sane(FeedDate.Parse(declared.Modified));

    private static DateTimeOffset? OfMeta(MetaTags meta)
    {
        foreach (var name in MetaNames)
        {
            if (Sane(FeedDate.Parse(meta.First(name))) is { } date) return date;
        }

        return null;
    }

    private static DateTimeOffset? OfMarkup(IHtmlDocument document)
    {
        foreach (var selector in Selectors)
        {
            foreach (var element in document.QuerySelectorAll(selector).Where(e => !PageRegions.IsAside(e)).Take(12))
            {
                if (OfElement(element) is { } date) return date;
            }
        }

        return null;
    }

    private static DateTimeOffset? OfElement(IElement element)
    {
        foreach (var name in new[] { "datetime", "content", "title", "data-datetime", "data-time" })
        {
            if (Sane(FeedDate.Parse(element.GetAttribute(name))) is { } date) return date;
        }

        var text = PlainText.Line(element.TextContent);
        return text.Length is > 5 and < 200 ? Sane(FeedDate.Parse(text)) ?? DateInText.Find(text) : null;
    }

    private static DateTimeOffset? OfAddress(string? url) =>
        url is not null && InAddress().Match(url) is { Success: true } match ? Sane(FeedDate.Parse($"{match.Groups[1]}-{match.Groups[2]}-{match.Groups[3]}")) : null;

    private static DateTimeOffset? OfText(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll("p, span, div, li, td, small, em, h2, h3, h4, h5, h6, footer").Where(e => e.ChildElementCount <= 4 && !PageRegions.IsAside(e)).Take(400))
        {
            var text = PlainText.Line(element.TextContent);
            if (text.Length is > 7 and < 160 && DateInText.Find(text) is { } date) return date;
        }

        return null;
    }

    // Before the web there was nothing to publish on it.
    private static DateTimeOffset? Sane(DateTimeOffset? date) => date is { Year: >= 1990 and < 2100 } ? date : null;

    [GeneratedRegex(@"[/_.-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$|\D)")]
    private static partial Regex InAddress();
}
