using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Dates;
using NewsWatch.Formats.Text.Markup;

namespace NewsWatch.Formats.Feeds;

/// <summary>Reads an item of RSS with the extensions that news uses.</summary>
internal sealed class RssItemReader(FeedContext context, string? feedLang)
{
    public FeedItem Read(Element item)
    {
        return new FeedItem
        {
            Guid = Text(item, "guid") ?? Text(item, "id") ?? NullIfEmpty(item.Attribute("about")),
            Url = Link(item),
            Title = NullIfEmpty(PlainText.Line(FeedText.OfRss(Title(item)))),
            Author = Authors(item),
            Tag = Tags(item),
            Published = Date(item, "pubDate", "issued", "published", "created", "date"),
            Updated = Date(item, "modified", "updated", "lastBuildDate"),
            Summary = FeedText.OfRss(Summary(item)),
            Body = FeedText.OfRss(Body(item)),
            Lang = Language(item),
        };
    }

    private static Element? Body(Element item) =>
        Find(item, "encoded", "content") ?? Find(item, "fullitem", null) ?? Find(item, "body", null) ?? Find(item, "div", null) ?? AtomContent(item);

    // feedburner's origLink is the address behind its counter.
    private string? Link(Element item)
    {
        if (AtomLinks.Original(item) is { } behind) return behind;
        foreach (var link in item.All("link").Where(l => l.Attribute("href") is null).OrderBy(l => l.Prefix.Length > 0))
        {
            if (context.Link(link, link.Text) is { } url) return url;
        }

        return AtomLinks.First(item, "alternate", context) ?? PermaLink(item);
    }

    private string? PermaLink(Element item)
    {
        if (item.First("guid") is not { } guid) return context.Link(item, item.Attribute("about")) ?? context.Link(item, item.Attribute("href"));
        var isLink = !string.Equals(guid.Attribute("isPermaLink")?.Trim(), "false", StringComparison.OrdinalIgnoreCase);
        return isLink && guid.Text.Trim().StartsWith("http", StringComparison.OrdinalIgnoreCase) ? context.Link(guid, guid.Text) : null;
    }

    private static Element? Title(Element item) =>
        Find(item, "title", "") ?? Find(item, "title", "dc") ?? Find(item, "title", "media") ?? item.First("group")?.First("title") ?? item.First("title");

    private static Element? Summary(Element item) =>
        Filled(Find(item, "description", ""))
        ?? Filled(Find(item, "description", "dc"))
        ?? Filled(Find(item, "abstract", null))
        ?? Filled(item.All("summary").OrderBy(s => s.Prefix == "itunes").FirstOrDefault())
        ?? Filled(Find(item, "description", "media"))
        ?? Filled(item.First("group")?.First("description"))
        ?? Filled(Find(item, "subtitle", null));

    private static Element? AtomContent(Element item) =>
        item.All("content").FirstOrDefault(c => c.Prefix != "media" && c.Attribute("url") is null && c.Content.Count > 0);

    private static List<string> Authors(Element item)
    {
        var creators = item.Children.Where(c => c.Is("creator") || (c.Is("author") && c.Prefix is "dc" or "dcterms" or "")).ToList();
        var names = People(creators);
        if (names.Count == 0) names = People(item.All("author").Concat(item.All("contributor").Where(c => c.Prefix == "")));
        return names;
    }

    private static List<string> People(IEnumerable<Element> elements) => Persons.Distinct(elements.Select(Persons.NameOf));

    private static List<string> Tags(Element item) => Categories.Of(item);

    private static DateTimeOffset? Date(Element item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var element in item.All(name))
            {
                if (FeedDate.Parse(element.Text) is { } date) return date;
            }
        }

        return null;
    }

    private string? Language(Element item)
    {
        var own = LanguageTag.Normalize(item.First("language")?.Text) ?? LanguageTag.Normalize(item.XmlAttribute("lang"));
        return own ?? LanguageTag.Normalize(Find(item, "description", "")?.XmlAttribute("lang")) ?? LanguageTag.Normalize(item.First("title")?.XmlAttribute("lang")) ?? feedLang;
    }

    // Prefix null: any. An empty prefix stands for the format's own elements.
    private static Element? Find(Element item, string name, string? prefix) =>
        item.All(name).FirstOrDefault(e => prefix is null || (prefix.Length == 0 ? Vocabulary.IsNative(e, item) : Vocabulary.IsOf(e, prefix)));

    private static Element? Filled(Element? element) => element is not null && element.Content.Count > 0 ? element : null;

    private static string? Text(Element item, string name) => NullIfEmpty(item.First(name)?.Text.Trim());

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
