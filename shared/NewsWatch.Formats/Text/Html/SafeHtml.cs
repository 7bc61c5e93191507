using Ganss.Xss;

namespace NewsWatch.Formats.Text.Html;

/// <summary>HTML from strangers made safe to show: no script, no handler, no style, no frame, no form, links to the web only.</summary>
public static class SafeHtml
{
    private const string Links = "noopener noreferrer nofollow";

    private static readonly string[] Tags =
    [
        "a", "abbr", "article", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "sup",
        "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    ];

    private static readonly string[] Attributes = ["href", "src", "alt", "title", "lang", "dir", "cite", "datetime", "colspan", "rowspan", "width", "height", "start", "reversed"];

    // The sanitiser is safe to share once it is set up.
    private static readonly HtmlSanitizer Sanitizer = Create();

    /// <summary>The part of <paramref name="html"/> that may be shown.</summary>
    public static string Of(string? html, string? baseUrl = null) =>
        string.IsNullOrEmpty(html) ? "" : Sanitizer.Sanitize(HtmlDepth.Limit(html), baseUrl ?? "");

    private static HtmlSanitizer Create()
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src", "cite"], StringComparer.OrdinalIgnoreCase),
        };
        var sanitizer = new HtmlSanitizer(options) { KeepChildNodes = true };
        sanitizer.RemovingTag += (_, e) => RemoveWithContent(e);
        sanitizer.PostProcessNode += (_, e) => MarkLink(e.Node);
        return sanitizer;
    }

    // The text inside of these was never meant to be read.
    private static void RemoveWithContent(RemovingTagEventArgs e)
    {
        if (e.Tag.LocalName is "script" or "style" or "template" or "iframe" or "noscript" or "noembed" or "noframes" or "object" or "embed" or "svg" or "math" or "title" or "head" or "textarea" or "select" or "xmp" or "plaintext" or "audio" or "video")
            e.Tag.TextContent = "";
    }

    private static void MarkLink(AngleSharp.Dom.INode node)
    {
        if (node is AngleSharp.Dom.IElement { LocalName: "a" } link && link.HasAttribute("href")) link.SetAttribute("rel", Links);
    }
}
