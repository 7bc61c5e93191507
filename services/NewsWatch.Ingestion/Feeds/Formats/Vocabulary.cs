using NewsWatch.Ingestion.Text.Markup;

namespace NewsWatch.Ingestion.Feeds.Formats;

/// <summary>Extension vocabularies by namespace, for feeds that bind them to prefixes of their own.</summary>
internal static class Vocabulary
{
    public static bool IsOf(Element element, string usualPrefix) => usualPrefix switch
    {
        "" => element.Namespace.Contains("rss", StringComparison.OrdinalIgnoreCase) && !element.Namespace.Contains("/modules/", StringComparison.Ordinal) && !element.Namespace.Contains("mrss", StringComparison.Ordinal),
        "dc" => element.Namespace.StartsWith("http://purl.org/dc/", StringComparison.Ordinal),
        "content" => element.Namespace.Contains("/modules/content", StringComparison.Ordinal),
        "media" => element.Namespace.Contains("search.yahoo.com/mrss", StringComparison.Ordinal),
        _ => false,
    };
}
