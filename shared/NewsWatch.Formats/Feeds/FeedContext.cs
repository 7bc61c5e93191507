using System.Buffers;
using System.Text.RegularExpressions;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Markup;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Formats.Feeds;

/// <summary>What an element inherits: the base of its links and its language.</summary>
internal sealed partial record FeedContext(WebUrl? Base)
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create(" \t\r\n\"<>");

    /// <summary>Resolves a link found in <paramref name="element"/>; what leads nowhere on the web stays as written, where it is a URI at all.</summary>
    public string? Link(Element element, string? link)
    {
        var text = link?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (WebUrl.TryParse(text, BaseOf(element)) is { } url) return Preserved(text, url);
        if (Scheme().Match(text) is { Success: true, Groups: var groups }) return groups[1].Value.ToLowerInvariant() is "javascript" or "data" or "vbscript" or "file" ? null : text;
        return Base is null ? text : null;
    }

    /// <summary>Where nobody says where the feed came from, the feed may.</summary>
    public FeedContext OrSelf(Element feed) =>
        Base is not null || AtomLinks.First(feed, "self", this) is not { } self ? this : new FeedContext(WebUrl.TryParse(self));

    /// <summary>The language declared for an element or around it.</summary>
    public static string? Language(Element? element)
    {
        for (; element is not null; element = element.Parent)
        {
            if (element.XmlAttribute("lang") is { } tag) return LanguageTag.Normalize(tag);
        }

        return null;
    }

    private WebUrl? BaseOf(Element element)
    {
        var chain = new List<string>();
        for (var at = element; at is not null; at = at.Parent)
        {
            if (at.XmlAttribute("base") is { Length: > 0 } declared) chain.Insert(0, declared);
        }

        return chain.Aggregate(Base, (known, declared) => WebUrl.TryParse(declared, known) ?? known);
    }

    // An absolute link is the outlet's own spelling of it; canonical form is another step.
    private static string Preserved(string text, WebUrl url) =>
        text.StartsWith(url.Origin, StringComparison.Ordinal) && !text.AsSpan().ContainsAny(Unsafe) ? text : url.ToString();

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*):")]
    private static partial Regex Scheme();
}
