using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Dates;
using NewsWatch.Formats.Text.Markup;

namespace NewsWatch.Formats.Feeds;

/// <summary>Atom 0.3 and 1.0, a feed or a lone entry.</summary>
internal static class AtomFormat
{
    public static FeedDocument Parse(Element root, FeedContext context)
    {
        var isEntry = root.Is("entry");
        context = context.OrSelf(root);
        var lang = FeedContext.Language(root) ?? LanguageTag.Normalize(root.First("language")?.Text);
        var feedAuthors = isEntry ? [] : Authors(root);
        var entries = isEntry ? [root] : root.All("entry").Concat(root.All("item"));
        return new FeedDocument
        {
            Format = FeedFormat.Atom,
            Title = isEntry ? null : NullIfEmpty(PlainText.Line(FeedText.OfAtom(Own(root, "title")))),
            Url = isEntry ? null : AtomLinks.First(root, "alternate", context),
            Lang = lang,
            Hubs = AtomLinks.Of(root, "hub", context),
            Self = AtomLinks.First(root, "self", context),
            Items = entries.Select(e => Read(e, context, feedAuthors, lang)).ToList(),
        };
    }

    private static FeedItem Read(Element entry, FeedContext context, List<string> feedAuthors, string? feedLang)
    {
        var content = Own(entry, "content");
        return new FeedItem
        {
            Guid = NullIfEmpty(Own(entry, "id")?.Text.Trim()) ?? NullIfEmpty(entry.First("guid")?.Text.Trim()),
            Url = Link(entry, content, context),
            Title = NullIfEmpty(PlainText.Line(FeedText.OfAtom(Own(entry, "title") ?? Media(entry, "title")))),
            Author = EntryAuthors(entry, feedAuthors),
            Tag = Categories.Of(entry),
            Published = Date(entry, "published", "issued", "created", "pubDate", "date"),
            Updated = Date(entry, "updated", "modified"),
            Summary = FeedText.OfAtom(Own(entry, "summary") ?? Own(entry, "description") ?? Media(entry, "description")),
            Body = content?.Attribute("src") is null ? FeedText.OfAtom(content ?? entry.First("encoded")) : "",
            Lang = Language(entry, content) ?? feedLang,
        };
    }

    private static string? Link(Element entry, Element? content, FeedContext context)
    {
        if (AtomLinks.Original(entry) is { } behind) return behind;
        return AtomLinks.First(entry, "alternate", context)
            ?? entry.All("link").Where(l => l.Attribute("href") is null).Select(l => context.Link(l, l.Text)).FirstOrDefault(l => l is not null)
            ?? (content?.Attribute("src") is { } source ? context.Link(content, source) : null)
            ?? AtomLinks.First(entry, "via", context)
            ?? (entry.First("id")?.Text.Trim() is { } id && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? context.Link(entry, id) : null);
    }

    private static Element? Own(Element parent, string name) => parent.All(name).FirstOrDefault(e => Vocabulary.IsNative(e, parent));

    private static List<string> EntryAuthors(Element entry, List<string> feedAuthors)
    {
        var own = Authors(entry);
        if (own.Count > 0) return own;
        return entry.First("source") is { } source && Authors(source) is { Count: > 0 } fromSource ? fromSource : feedAuthors;
    }

    private static List<string> Authors(Element parent) =>
        Persons.Distinct(parent.Children.Where(c => c.Is("author") || c.Is("creator")).Select(Persons.NameOf));

    private static Element? Media(Element entry, string name) =>
        (entry.First("group")?.First(name)) ?? entry.All(name).FirstOrDefault(e => e.Prefix == "media");

    private static string? Language(Element entry, Element? content)
    {
        var own = entry.XmlAttribute("lang") ?? content?.XmlAttribute("lang") ?? entry.First("summary")?.XmlAttribute("lang") ?? entry.First("title")?.XmlAttribute("lang");
        return LanguageTag.Normalize(own) ?? LanguageTag.Normalize(entry.All("language").FirstOrDefault(l => l.Prefix == "dc")?.Text);
    }

    private static DateTimeOffset? Date(Element entry, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var element in entry.All(name))
            {
                if (FeedDate.Parse(element.Text) is { } date) return date;
            }
        }

        return null;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
