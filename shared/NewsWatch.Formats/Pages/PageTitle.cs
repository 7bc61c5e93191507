using AngleSharp.Html.Dom;
using NewsWatch.Formats.Text;

namespace NewsWatch.Formats.Pages;

/// <summary>The headline of a page, without the site's name.</summary>
internal static class PageTitle
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " / ", " • ", " · "];

    public static string? Find(IHtmlDocument document, MetaTags meta, JsonLdArticle declared)
    {
        var page = PlainText.Line(document.QuerySelector("head title, title")?.TextContent);
        var candidates = new[] { declared.Headline, meta.First("og:title", "twitter:title", "dc.title", "headline"), Heading(document), page };
        var title = PlainText.Line(Array.Find(candidates, c => PlainText.Line(c).Length > 0));
        return title.Length == 0 ? null : WithoutSite(title, PlainText.Line(meta.First("og:site_name", "application-name")), Heading(document));
    }

    private static string? Heading(IHtmlDocument document)
    {
        var headings = document.QuerySelectorAll("article h1, main h1, h1").Select(h => PlainText.Line(h.TextContent)).Where(t => t.Length > 0).Distinct().ToList();
        return headings.Count > 0 ? headings[0] : null;
    }

    private static string WithoutSite(string title, string site, string? heading)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var (before, after) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            if (before == heading || after.Equals(site, StringComparison.OrdinalIgnoreCase)) return before;
            if (after == heading || before.Equals(site, StringComparison.OrdinalIgnoreCase)) return after;
        }

        return title;
    }
}
