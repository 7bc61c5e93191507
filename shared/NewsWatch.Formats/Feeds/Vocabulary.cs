using NewsWatch.Formats.Text.Markup;

namespace NewsWatch.Formats.Feeds;

/// <summary>Extension vocabularies by namespace, for feeds that bind them to prefixes of their own.</summary>
internal static class Vocabulary
{
    /// <summary>Whether the element belongs to the format of its parent rather than to an extension.</summary>
    public static bool IsNative(Element element, Element parent) =>
        element.Prefix.Length == 0 || element.Prefix == parent.Prefix || (element.Namespace.Length > 0 && element.Namespace == parent.Namespace);

    /// <summary>Whether the element belongs to the extension that is usually bound to this prefix.</summary>
    public static bool IsOf(Element element, string usualPrefix) => element.Prefix.Equals(usualPrefix, StringComparison.OrdinalIgnoreCase) || usualPrefix switch
    {
        "dc" => element.Namespace.StartsWith("http://purl.org/dc/", StringComparison.Ordinal),
        "content" => element.Namespace.Contains("/modules/content", StringComparison.Ordinal),
        "media" => element.Namespace.Contains("search.yahoo.com/mrss", StringComparison.Ordinal),
        _ => false,
    };
}
