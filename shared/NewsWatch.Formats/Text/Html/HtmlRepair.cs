using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Text.Html;

/// <summary>Undoes what XHTML habits do to HTML: an element of raw text that closes itself would swallow everything behind it.</summary>
internal static partial class HtmlRepair
{
    /// <summary>Drops start tags of raw text elements that close themselves or are never closed.</summary>
    public static string RawText(string html)
    {
        if (!Start().IsMatch(html)) return html;
        html = SelfClosed().Replace(html, " ");
        foreach (var name in new[] { "iframe", "textarea", "title", "xmp", "noembed", "noframes", "select" })
        {
            if (html.Contains("<" + name, StringComparison.OrdinalIgnoreCase) && !html.Contains("</" + name, StringComparison.OrdinalIgnoreCase))
                html = Regex.Replace(html, $"<{name}[^<>]*>", " ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }

        return html;
    }

    [GeneratedRegex("<(?:iframe|textarea|title|xmp|noembed|noframes|script|style|select)[\\s/>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex("<(?:iframe|textarea|title|xmp|noembed|noframes|script|style|select)(?:\\s[^<>]*)?/>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SelfClosed();
}
