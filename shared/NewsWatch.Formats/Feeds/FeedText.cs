using System.Text;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Html;
using NewsWatch.Formats.Text.Markup;

namespace NewsWatch.Formats.Feeds;

/// <summary>Text constructs of feeds as plain text.</summary>
internal static class FeedText
{
    /// <summary>A text of RSS, where only its looks say whether it is HTML.</summary>
    public static string OfRss(Element? element)
    {
        if (element is null) return "";
        return element.Children.Any() ? HtmlText.Of(InnerHtml(element)) : OfUnknown(element.Text);
    }

    /// <summary>A text that may be HTML.</summary>
    public static string OfUnknown(string text)
    {
        text = Mojibake.Repair(text);
        return HtmlSniffer.LooksLikeHtml(text) ? HtmlText.Of(text) : PlainText.Paragraphs(text);
    }

    /// <summary>A text construct of Atom.</summary>
    public static string OfAtom(Element? element)
    {
        if (element is null) return "";
        var type = element.Attribute("type")?.Trim().ToLowerInvariant() ?? "text";
        var mode = element.Attribute("mode")?.Trim().ToLowerInvariant();
        if (mode == "base64") return OfBase64(element.Text);
        if (type is "xhtml" or "application/xhtml+xml" || (element.Children.Any() && mode != "escaped")) return HtmlText.Of(InnerHtml(element));
        return type is "html" or "text/html" || mode == "escaped" || type.EndsWith("/html", StringComparison.Ordinal)
            ? HtmlText.Of(Mojibake.Repair(element.Text))
            : OfOtherType(Mojibake.Repair(element.Text), type);
    }

    // Publishers leave the type out of what is HTML all the same.
    private static string OfOtherType(string text, string type)
    {
        if (type is "text" or "plain" or "text/plain" or "") return HtmlSniffer.HasTags(text) ? HtmlText.Of(text) : PlainText.Paragraphs(text);
        return type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal) || !type.Contains('/', StringComparison.Ordinal) ? OfUnknown(text) : OfBase64(text);
    }

    private static string InnerHtml(Element element) => Mojibake.Repair(MarkupText.InnerHtml(element));

    private static string OfBase64(string text)
    {
        var packed = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var bytes = new byte[packed.Length];
        return Convert.TryFromBase64String(packed, bytes, out var length) ? OfUnknown(Encoding.UTF8.GetString(bytes, 0, length)) : "";
    }
}
