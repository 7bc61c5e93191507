using System.Buffers;

using NewsWatch.Ingestion.Text;
using NewsWatch.Ingestion.Text.Markup;
using NewsWatch.Ingestion.Urls;

namespace NewsWatch.Ingestion.Feeds.Formats;

/// <summary>What an element inherits: the base of its links and its language.</summary>
internal sealed record FeedContext(WebUrl? Base)
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create(" \t\r\n\"<>");

    /// <summary>Resolves a link found in <paramref name="element"/>; what leads nowhere on the web stays as written, where it is a URI at all.</summary>
    public string? Link(Element element, string? link)
    {
        var text = link?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (WebUrl.TryParse(text, BaseOf(element)) is { } url) return Preserved(text, url);
        return Uri.TryCreate(text, UriKind.Absolute, out var other) && other.Scheme is not ("javascript" or "data" or "vbscript" or "file") ? text : null;
    }

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
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? text.AsSpan().ContainsAny(Unsafe) ? url.ToString() : text
            : url.ToString();
}
