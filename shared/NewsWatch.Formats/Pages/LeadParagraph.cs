using AngleSharp.Html.Dom;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Html;

namespace NewsWatch.Formats.Pages;

/// <summary>The bold paragraph under a headline, which many pages keep apart from the text: it is what the page describes itself with.</summary>
internal static class LeadParagraph
{
    private const int Telling = 50;
    private const int Longest = 1_500;

    /// <summary>The lead as the page shows it; empty where it shows none.</summary>
    public static string Find(IHtmlDocument document, string? description)
    {
        var start = PlainText.Line(description);
        if (start.Length < Telling) return Named(document);
        start = start[..Telling];
        var shown = document.QuerySelectorAll("p, h2, h3, h4, div, span, strong, li")
            .Where(e => e.TextContent.Length is > Telling and < Longest && PlainText.Line(e.TextContent).StartsWith(start, StringComparison.Ordinal))
            .OrderBy(e => e.TextContent.Length)
            .FirstOrDefault();
        return shown is null ? Named(document) : HtmlText.Of(shown);
    }

    /// <summary>The text with its lead in front, once.</summary>
    public static string Prepend(string lead, string text)
    {
        if (lead.Length == 0 || text.Length < lead.Length) return text;
        return text.Contains(lead[..Math.Min(lead.Length, Telling)], StringComparison.Ordinal) ? text : lead + "\n\n" + text;
    }

    private static string Named(IHtmlDocument document)
    {
        var named = document.QuerySelector("[class~=lead], [class~=intro], [class~=intro-text], [class~=teaser-text], [class~=introtext], [class~=standfirst], [class~=article-lead], [class~=article__lead], [class~=article-intro], [class~=article__intro], [class~=vorspann], [class~=subtitle], [class~=chapo], [class~=article__standfirst], [class~=entry-summary], [itemprop~=description]");
        var text = named is null ? "" : HtmlText.Of(named);
        return text.Length is > Telling and < Longest ? text : "";
    }
}
