using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Markup;

namespace NewsWatch.Formats.Feeds;

/// <summary>RSS of every version, and RDF.</summary>
internal static class RssFormat
{
    public static FeedDocument Parse(Element root, FeedFormat format, FeedContext context)
    {
        var channel = root.Is("channel") ? root : root.First("channel") ?? root;
        context = context.OrSelf(channel);
        var lang = LanguageTag.Normalize(channel.First("language")?.Text) ?? FeedContext.Language(channel);
        var reader = new RssItemReader(context, lang);
        return new FeedDocument
        {
            Format = format,
            Title = Own(channel, "title") is { } title ? PlainText.Line(FeedText.OfRss(title)) : null,
            Url = Site(channel, context),
            Lang = lang,
            Hubs = AtomLinks.Of(channel, "hub", context),
            Self = AtomLinks.First(channel, "self", context),
            Items = Items(root, channel).Select(reader.Read).ToList(),
        };
    }

    // Items stand in the channel, or beside it (RSS 1.0), or where a faulty document left them.
    private static IEnumerable<Element> Items(Element root, Element channel)
    {
        var inside = channel.All("item").Concat(channel.All("entry"));
        var beside = ReferenceEquals(root, channel) ? [] : root.All("item");
        var listed = channel.All("items").SelectMany(i => i.All("item"));
        return inside.Concat(beside).Concat(listed);
    }

    private static string? Site(Element channel, FeedContext context)
    {
        foreach (var link in channel.All("link").Where(l => l.Attribute("href") is null))
        {
            if (context.Link(link, link.Text) is { } url) return url;
        }

        return AtomLinks.First(channel, "alternate", context) ?? context.Link(channel, channel.Attribute("href"));
    }

    private static Element? Own(Element channel, string name) =>
        channel.All(name).FirstOrDefault(e => e.Prefix.Length == 0) ?? channel.First(name);
}
