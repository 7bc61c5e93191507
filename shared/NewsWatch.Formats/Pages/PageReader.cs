using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsWatch.Contracts;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Charsets;
using NewsWatch.Formats.Text.Html;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Formats.Pages;

/// <summary>Reads an article out of a web page: what the page declares of itself first, what it looks like next.</summary>
public static class PageReader
{
    private static readonly HtmlParser Parser = new();

    /// <summary>Reads a page; never fails, an empty body says that no article was found.</summary>
    /// <param name="bytes">The page as received.</param>
    /// <param name="contentType">The HTTP header, for its charset.</param>
    /// <param name="url">Where it came from.</param>
    public static PageArticle Read(byte[] bytes, string? contentType = null, string? url = null)
    {
        var html = HtmlDepth.Limit(CharsetDecoder.Decode(bytes, contentType).Text);
        using var document = Parser.ParseDocument(html);
        var declared = JsonLd.Read(document);
        var meta = new MetaTags(document);

        // Reading the body takes the page apart, so everything else goes first.
        var article = new PageArticle
        {
            Title = PageTitle.Find(document, meta, declared),
            Site = PlainText.Line(meta.First("og:site_name")) is { Length: > 0 } site ? site : null,
            Author = PageAuthors.Find(document, meta, declared),
            Published = PageDates.Find(document, meta, declared, url),
            Lang = Language(document, meta, declared),
            Canonical = Link(document, url),
            Image = WebUrl.Resolve(meta.First("og:image", "og:image:url", "twitter:image", "twitter:image:src") ?? declared.Image, url),
        };
        return article with { Body = PageBody.Read(document, declared.Body, meta.First("og:description", "description", "twitter:description") ?? declared.Description, url) };
    }

    private static string? Language(IHtmlDocument document, MetaTags meta, JsonLdArticle declared) =>
        LanguageTag.Normalize(document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang"))
        ?? LanguageTag.Normalize(declared.Language)
        ?? LanguageTag.Normalize(meta.First("content-language", "og:locale", "dc.language", "language"));

    private static string? Link(IHtmlDocument document, string? url)
    {
        var link = document.QuerySelector("link[rel~=canonical][href]")?.GetAttribute("href");
        var resolved = WebUrl.Resolve(link, document.QuerySelector("base[href]")?.GetAttribute("href") is { } declared ? WebUrl.Resolve(declared, url) ?? url : url);
        return resolved is { Length: <= ArticleLimits.Url } ? resolved : null;
    }
}
