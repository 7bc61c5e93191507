using System.Text;
using System.Xml;

namespace NewsWatch.Formats.Opml;

/// <summary>Writes a subscription list as OPML 2.0, folders as outlines.</summary>
public static class OpmlWriter
{
    /// <summary>Writes the list as UTF-8.</summary>
    public static void Write(Stream output, string title, DateTimeOffset created, IReadOnlyCollection<OpmlFeed> feeds)
    {
        using var writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), CloseOutput = false, CheckCharacters = false });
        writer.WriteStartDocument();
        writer.WriteStartElement("opml");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteStartElement("head");
        writer.WriteElementString("title", title);
        writer.WriteElementString("dateCreated", created.UtcDateTime.ToString("r"));
        writer.WriteEndElement();
        writer.WriteStartElement("body");
        WriteFolder(writer, feeds, 0);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteFolder(XmlWriter writer, IReadOnlyCollection<OpmlFeed> feeds, int depth)
    {
        foreach (var feed in feeds.Where(f => f.Folder.Count == depth)) WriteFeed(writer, feed);
        foreach (var folder in feeds.Where(f => f.Folder.Count > depth).GroupBy(f => f.Folder[depth]))
        {
            writer.WriteStartElement("outline");
            writer.WriteAttributeString("text", folder.Key);
            WriteFolder(writer, folder.ToList(), depth + 1);
            writer.WriteEndElement();
        }
    }

    private static void WriteFeed(XmlWriter writer, OpmlFeed feed)
    {
        writer.WriteStartElement("outline");
        writer.WriteAttributeString("type", "rss");
        writer.WriteAttributeString("text", feed.Title ?? feed.Url);
        if (feed.Title is not null) writer.WriteAttributeString("title", feed.Title);
        writer.WriteAttributeString("xmlUrl", feed.Url);
        if (feed.Site is not null) writer.WriteAttributeString("htmlUrl", feed.Site);
        if (feed.Tag.Count > 0) writer.WriteAttributeString("category", string.Join(',', feed.Tag.Select(t => t.Replace(',', ' ').Replace('/', ' '))));
        writer.WriteEndElement();
    }
}
