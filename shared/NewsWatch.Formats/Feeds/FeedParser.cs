using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Charsets;
using NewsWatch.Formats.Text.Markup;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Formats.Feeds;

/// <summary>Reads any feed: decodes, tells the format by what the document says (never by its content type), reads it forgivingly.</summary>
public static class FeedParser
{
    private const int WrapperDepth = 4;

    /// <summary>Parses a feed.</summary>
    /// <param name="bytes">The document as received; gzip is undone.</param>
    /// <param name="contentType">The HTTP header, for its charset.</param>
    /// <param name="baseUrl">Where it came from; relative links are resolved against it.</param>
    /// <exception cref="FeedFormatException">It is no feed, or is refused; the message says why.</exception>
    public static FeedDocument Parse(byte[] bytes, string? contentType = null, string? baseUrl = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            return ParseText(CharsetDecoder.Decode(Gunzip.IfPacked(bytes), contentType).Text, baseUrl);
        }
        catch (InvalidDataException e)
        {
            throw new FeedFormatException(e.Message);
        }
    }

    /// <summary>Parses a feed that is text already.</summary>
    /// <exception cref="FeedFormatException">It is no feed, or is refused; the message says why.</exception>
    public static FeedDocument ParseText(string text, string? baseUrl = null)
    {
        var start = text.AsSpan().TrimStart("\uFEFF\0 \t\r\n");
        if (start.IsEmpty) throw new FeedFormatException("The document is empty.");
        try
        {
            return start[0] is '{' or '[' ? JsonFeedFormat.Parse(start.ToString(), baseUrl) : OfMarkup(text, baseUrl);
        }
        catch (MarkupException e)
        {
            throw new FeedFormatException(e.Message);
        }
    }

    private static FeedDocument OfMarkup(string text, string? baseUrl)
    {
        var root = FindRoot(MarkupReader.Read(text));
        var context = new FeedContext(WebUrl.TryParse(baseUrl));
        return root?.Name.ToLowerInvariant() switch
        {
            "feed" or "entry" => AtomFormat.Parse(root, context),
            "rdf" => RssFormat.Parse(root, FeedFormat.Rdf, context),
            "rss" or "channel" => RssFormat.Parse(root, FeedFormat.Rss, context),
            "html" => throw new FeedFormatException("The document is an HTML page, not a feed; add the page's address to find its feeds."),
            _ => throw new FeedFormatException("The document is neither RSS, RDF, Atom nor JSON Feed."),
        };
    }

    // Junk before the root and wrappers around it (a page, a SOAP envelope) do not hide a feed.
    private static Element? FindRoot(Element document) =>
        document.Children.FirstOrDefault(IsRoot) ?? Wrapped(document, WrapperDepth) ?? document.Children.FirstOrDefault(c => c.Is("html"));

    private static Element? Wrapped(Element parent, int depth)
    {
        foreach (var child in parent.Children)
        {
            if (child.Name.ToLowerInvariant() is "rss" or "rdf" or "feed" && child.Children.Any()) return child;
            if (depth > 0 && Wrapped(child, depth - 1) is { } found) return found;
        }

        return null;
    }

    private static bool IsRoot(Element element) =>
        element.Name.ToLowerInvariant() is "rss" or "rdf" or "feed" or "entry" or "channel";
}
