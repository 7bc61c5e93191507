using NewsWatch.Formats.Pages;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Ingestion.Files.Formats;

/// <summary>A saved web page: its article, with what its head says of it.</summary>
public static class HtmlFile
{
    public static ArticleDraft Read(ReadOnlyMemory<byte> bytes)
    {
        var page = PageReader.Read(bytes.ToArray(), "text/html");
        return new ArticleDraft
        {
            Title = page.Title,
            Body = page.Body,
            Url = page.Canonical,
            Source = page.Site,
            Author = page.Author,
            Published = page.Published,
            Lang = page.Lang,
        };
    }
}
