using AngleSharp.Html.Parser;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Text.Charsets;
using NewsWatch.Ingestion.Text.Html;

namespace NewsWatch.Ingestion.Files.Formats;

/// <summary>A saved web page: its text is the story, its head says the rest.</summary>
public static class HtmlFile
{
    private static readonly HtmlParser Parser = new();

    public static ArticleDraft Read(ReadOnlyMemory<byte> bytes)
    {
        using var page = Parser.ParseDocument(HtmlDepth.Limit(CharsetDecoder.Decode(bytes.Span, "text/html").Text));
        string? Meta(string selector) => page.QuerySelector(selector)?.GetAttribute("content");
        return new ArticleDraft
        {
            Title = Meta("meta[property='og:title']") ?? page.QuerySelector("h1")?.TextContent ?? page.Title,
            Body = HtmlText.Of(page.QuerySelector("article") ?? page.QuerySelector("main") ?? page.Body!),
            Url = page.QuerySelector("link[rel='canonical']")?.GetAttribute("href"),
            Source = Meta("meta[property='og:site_name']"),
            Lang = page.DocumentElement.GetAttribute("lang"),
        };
    }
}
