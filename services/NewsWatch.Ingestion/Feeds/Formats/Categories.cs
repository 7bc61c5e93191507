using NewsWatch.Ingestion.Text;
using NewsWatch.Ingestion.Text.Markup;

namespace NewsWatch.Ingestion.Feeds.Formats;

/// <summary>Categories out of the ways feeds write them.</summary>
internal static class Categories
{
    public static List<string> Of(Element item)
    {
        var terms = item.Children.SelectMany(OfElement).Select(PlainText.Line);
        return terms.Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
    }

    private static IEnumerable<string> OfElement(Element element) => element.Name.ToLowerInvariant() switch
    {
        "category" => [element.Attribute("label") is { Length: > 0 } label ? label : element.Attribute("term") ?? element.Attribute("text") ?? FeedText.OfUnknown(element.Text)],
        "subject" => [FeedText.OfUnknown(element.Text)],
        "keywords" when element.Prefix is "media" or "itunes" => element.Text.Split(','),
        _ => [],
    };
}
