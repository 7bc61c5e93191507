using System.Net;
using System.Text;

namespace NewsWatch.Formats.Text.Markup;

/// <summary>Writes what is inside an element as HTML.</summary>
internal static class MarkupText
{
    /// <summary>The element's content as HTML source, without prefixes.</summary>
    public static string InnerHtml(Element element)
    {
        var html = new StringBuilder();
        Append(element, html);
        return html.ToString();
    }

    // Depth is bounded by the reader.
    private static void Append(Element element, StringBuilder html)
    {
        foreach (var node in element.Content)
        {
            if (node is string text) html.Append(WebUtility.HtmlEncode(text));
            else AppendElement((Element)node, html);
        }
    }

    private static void AppendElement(Element element, StringBuilder html)
    {
        html.Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes.Where(a => a.Prefix.Length == 0))
            html.Append(' ').Append(attribute.Name).Append("=\"").Append(WebUtility.HtmlEncode(attribute.Value)).Append('"');
        html.Append('>');
        Append(element, html);
        if (element.Name is not ("br" or "img" or "hr" or "input" or "link" or "meta")) html.Append("</").Append(element.Name).Append('>');
    }
}
