using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Html;
using SmartReader;

namespace NewsWatch.Formats.Pages;

/// <summary>The text of an article, without what stands around it. Takes the page apart.</summary>
internal static class PageBody
{
    // Shorter than this, a container is a teaser rather than the article.
    private const int Enough = 250;

    private static readonly HtmlParser Parser = new();

    public static string Read(IHtmlDocument document, string? declared, string? description, string? url)
    {
        Boilerplate.RemoveCertain(document);
        var lead = LeadParagraph.Find(document, description);
        var container = ArticleContainer.Find(document);
        var shown = container is null ? "" : Clean(container);
        if (shown.Length < Enough && BySmartReader(document, url) is { } read && read.Length > shown.Length * 2) shown = read;
        else if (container is { LocalName: "body" } && BySmartReader(document, url) is { Length: > Enough } narrower && narrower.Length < shown.Length) shown = narrower;
        var stated = PlainText.Paragraphs(declared);
        return LeadParagraph.Prepend(lead, stated.Length > shown.Length * 2 && stated.Length > Enough ? stated : shown);
    }

    private static string Clean(IElement container)
    {
        var copy = (IElement)container.Clone();
        Boilerplate.RemoveLikely(copy);
        var text = HtmlText.Of(copy);
        return text.Length >= Enough / 2 ? text : HtmlText.Of(container);
    }

    // Its scoring finds articles on pages that name nothing.
    private static string? BySmartReader(IHtmlDocument document, string? url)
    {
        try
        {
            var address = Uri.TryCreate(url, UriKind.Absolute, out var known) ? known.AbsoluteUri : "http://localhost/";
            using var reader = new Reader(address, (IHtmlDocument)document.Clone());
            var article = reader.GetArticle();
            return article.IsReadable || article.Length > Enough ? Clean(Parser.ParseDocument(article.Content).Body!) : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A page that it trips over is a page without an article.
            return null;
        }
    }
}
