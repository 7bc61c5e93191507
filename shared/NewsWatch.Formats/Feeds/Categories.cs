using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Markup;

namespace NewsWatch.Formats.Feeds;

/// <summary>Categories out of the ways feeds write them.</summary>
internal static class Categories
{
    public static List<string> Of(Element item)
    {
        var terms = item.Children.SelectMany(OfElement).Select(PlainText.Line);
        return terms.Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
    }

    private static string Term(Element category)
    {
        var term = category.Attribute("term") ?? category.Attribute("text");
        var isUri = term?.Contains("://", StringComparison.Ordinal) == true;
        return (isUri || string.IsNullOrEmpty(term) ? category.Attribute("label") : null) ?? term ?? FeedText.OfUnknown(category.Text);
    }

    private static IEnumerable<string> OfElement(Element element) => element.Name.ToLowerInvariant() switch
    {
        "category" => [Term(element), .. element.All("category").Select(Term)],
        "subject" => [FeedText.OfUnknown(element.Text)],
        "keywords" when element.Prefix is "media" or "itunes" => element.Text.Split(','),
        _ => [],
    };
}
