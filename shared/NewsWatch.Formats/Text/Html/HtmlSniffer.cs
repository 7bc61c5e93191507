using System.Text.RegularExpressions;
using AngleSharp.Html;

namespace NewsWatch.Formats.Text.Html;

/// <summary>Tells whether a text whose format nobody declared is HTML.</summary>
internal static partial class HtmlSniffer
{
    public static bool LooksLikeHtml(string text)
    {
        if (!text.AsSpan().ContainsAny('<', '&')) return false;
        if (HasTags(text)) return true;
        var reference = Reference().Match(text);
        return reference.Success && (reference.ValueSpan[1] == '#' || HtmlEntityProvider.Resolver.GetSymbol(reference.Value[1..]) is not null);
    }

    public static bool HasTags(string text) => text.Contains('<', StringComparison.Ordinal) && Tag().IsMatch(text);

    [GeneratedRegex(
        @"<(?:/?(?:a|abbr|address|applet|article|aside|b|base|bdo|big|blink|blockquote|body|br|button|center|cite|code|dd|del|dfn|div|dl|dt|em|embed|fieldset|figure|figcaption|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|map|marquee|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr)(?:[\s/][^<>]*)?>|!--)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")]
    private static partial Regex Reference();
}
