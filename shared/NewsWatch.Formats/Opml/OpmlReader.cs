using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Charsets;
using NewsWatch.Formats.Text.Markup;

namespace NewsWatch.Formats.Opml;

/// <summary>Reads OPML 1 and 2 as far as it goes: most lists in use are not well formed.</summary>
public static class OpmlReader
{
    /// <summary>Reads a list.</summary>
    /// <exception cref="OpmlException">The document is no OPML.</exception>
    public static OpmlDocument Read(byte[] bytes)
    {
        var faults = new List<MarkupFault>();
        var root = Root(CharsetDecoder.Decode(bytes).Text, faults);
        var outlines = new OutlineReader();
        foreach (var outline in (root.First("body") ?? root).All("outline")) outlines.Read(outline, []);
        return new OpmlDocument
        {
            Title = PlainText.Line(root.First("head")?.First("title")?.Text) is { Length: > 0 } title ? title : null,
            Feeds = outlines.Feeds,
            Lists = outlines.Lists,
            Errors = faults.Select(f => new OpmlError(f.Line, f.Message)).Concat(outlines.Errors).OrderBy(e => e.Line).ToList(),
        };
    }

    private static Element Root(string text, List<MarkupFault> faults)
    {
        try
        {
            var document = MarkupReader.Read(text, faults);
            return document.First("opml") ?? (document.First("body") is not null || document.First("outline") is not null ? document : null)
                ?? throw new OpmlException("The document is no OPML list: it has no 'opml' element.");
        }
        catch (MarkupException e)
        {
            throw new OpmlException(e.Message);
        }
    }
}
