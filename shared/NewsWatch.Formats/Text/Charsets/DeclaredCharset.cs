using System.Text;
using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Text.Charsets;

/// <summary>What a document says of its own charset: the XML declaration, else HTML's meta elements.</summary>
internal static partial class DeclaredCharset
{
    // The HTML standard looks at 1,024 bytes first and re-parses when one comes later; looking further at once gives the same.
    private const int Reach = 64 * 1024;

    public static Encoding? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]);
        var declared = XmlDeclaration().Match(head) is { Success: true } xml ? CharsetNames.Find(xml.Groups[2].Value) : null;
        declared ??= LooksLikeXml(head) ? null : MetaCharset.Find(head);

        // ASCII letters that say "UTF-16" are not UTF-16 (HTML standard, 13.2.3.2).
        return declared?.CodePage is 1200 or 1201 or 12000 or 12001 ? Encoding.UTF8 : declared;
    }

    public static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart();
        return HtmlStart().IsMatch(head);
    }

    private static bool LooksLikeXml(string head) => head.AsSpan().TrimStart().StartsWith("<?xml", StringComparison.Ordinal);

    [GeneratedRegex("""^[^<]{0,1024}<\?xml\s[^>]{0,200}?encoding\s*=\s*(["'])\s*([A-Za-z0-9._:-]+)\s*\1""", RegexOptions.CultureInvariant)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex(@"^<(?:!doctype\s+html|!--|html|head|meta|body|title|script|p|div|!?$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlStart();
}
