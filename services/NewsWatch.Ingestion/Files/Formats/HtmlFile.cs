using AngleSharp.Html.Parser;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Pages;
using NewsWatch.Ingestion.Text.Charsets;
using NewsWatch.Ingestion.Text.Html;

namespace NewsWatch.Ingestion.Files.Formats;

/// <summary>A saved web page: its article, with what its head says of it.</summary>
public static class HtmlFile
{
    private static readonly HtmlParser Parser = new();

    public static ArticleDraft Read(ReadOnlyMemory<byte> bytes)
    {
        var page = PageReader.Read(bytes.ToArray(), "text/html");
        return new ArticleDraft
        {
            Title = page.Title,
            Body = page.Body,
            Url = page.Canonical,
            Source = SiteName(bytes.Span),
            Author = page.Author,
            Published = page.Published,
            Lang = page.Lang,
        };
    }

    private static string? SiteName(ReadOnlySpan<byte> bytes)
    {
        using var document = Parser.ParseDocument(HtmlDepth.Limit(CharsetDecoder.Decode(bytes, "text/html").Text));
        return document.QuerySelector("meta[property='og:site_name']")?.GetAttribute("content");
    }
}
