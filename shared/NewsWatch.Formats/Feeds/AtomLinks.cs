using NewsWatch.Formats.Text.Markup;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Formats.Feeds;

/// <summary>Link elements with a relation, at home in Atom and guests everywhere.</summary>
internal static class AtomLinks
{
    /// <summary>Addresses of the links of a relation; a link without one is an alternate.</summary>
    public static IReadOnlyList<string> Of(Element parent, string relation, FeedContext context) =>
        parent.All("link")
            .Where(l => l.Attribute("href") is not null && Relation(l) == relation)
            .OrderBy(l => IsReadable(l) ? 0 : 1)
            .Select(l => context.Link(l, l.Attribute("href")))
            .OfType<string>()
            .ToList();

    /// <summary>The first of them, the ones to read before others.</summary>
    public static string? First(Element parent, string relation, FeedContext context)
    {
        var links = Of(parent, relation, context);
        return links.Count > 0 ? links[0] : null;
    }

    /// <summary>feedburner's <c>origLink</c>: the address behind its counter of clicks.</summary>
    public static string? Original(Element item) => item.First("origLink")?.Text is { } text ? WebUrl.TryParse(text)?.ToString() : null;

    private static string Relation(Element link)
    {
        var relation = link.Attribute("rel")?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(relation) ? "alternate" : relation.Replace("http://www.iana.org/assignments/relation/", "", StringComparison.Ordinal);
    }

    private static bool IsReadable(Element link) =>
        link.Attribute("type") is not { Length: > 0 } type || type.Contains("html", StringComparison.OrdinalIgnoreCase);
}
