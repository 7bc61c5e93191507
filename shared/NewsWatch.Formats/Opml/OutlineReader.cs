using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Markup;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Formats.Opml;

/// <summary>Sorts outlines into feeds, lists, folders, and what is none of them.</summary>
internal sealed class OutlineReader
{
    private readonly List<OpmlFeed> _feeds = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<OpmlFeed> Feeds => _feeds;

    public List<OpmlList> Lists { get; } = [];

    public List<OpmlError> Errors { get; } = [];

    // Depth is bounded by the reader.
    public void Read(Element outline, IReadOnlyList<string> folder)
    {
        var kind = outline.Attribute("type")?.Trim().ToLowerInvariant() ?? "";
        if (FeedUrl(outline, kind) is { } url) ReadFeed(outline, url, folder);
        else if (kind is "include" or "link") ReadLink(outline, kind);
        else if (kind is "rss" or "atom" or "pie") Errors.Add(new OpmlError(outline.Line, NoFeed(outline)));
        var name = Name(outline);
        IReadOnlyList<string> inner = name is null ? folder : [.. folder, name];
        foreach (var child in outline.All("outline")) Read(child, inner);
    }

    private static string? FeedUrl(Element outline, string kind)
    {
        var url = outline.Attribute("xmlUrl") ?? (kind is "rss" or "atom" or "pie" or "source" ? outline.Attribute("url") : null);
        return string.IsNullOrWhiteSpace(url) ? null : url.Trim();
    }

    private void ReadFeed(Element outline, string written, IReadOnlyList<string> folder)
    {
        if (Address(written) is not { } url)
        {
            Errors.Add(new OpmlError(outline.Line, $"'{written}' is no web address; the feed was skipped."));
            return;
        }

        var (tags, path) = Categories(outline);
        var feed = new OpmlFeed { Url = url, Title = Name(outline), Site = Site(outline), Folder = folder.Count > 0 ? folder : path, Tag = tags, Line = outline.Line };
        if (_known.TryGetValue(url, out var index)) Merge(index, feed, outline.Line);
        else
        {
            _known[url] = _feeds.Count;
            _feeds.Add(feed with { Title = feed.Title ?? feed.Site });
        }
    }

    // A feed in a second folder keeps its first; the other becomes a tag.
    private void Merge(int index, OpmlFeed again, int line)
    {
        var first = _feeds[index];
        var folder = again.Folder.SequenceEqual(first.Folder) ? [] : again.Folder.TakeLast(1);
        _feeds[index] = first with { Tag = [.. first.Tag.Concat(again.Tag).Concat(folder).Distinct()] };
        Errors.Add(new OpmlError(line, $"The feed {again.Url} is listed more than once; it was taken once."));
    }

    private void ReadLink(Element outline, string kind)
    {
        var written = outline.Attribute("url")?.Trim() ?? "";
        if (Address(written) is not { } url) Errors.Add(new OpmlError(outline.Line, $"The outline '{Name(outline)}' names no web address; it was skipped."));
        else if (kind == "include" || url.Contains(".opml", StringComparison.OrdinalIgnoreCase)) Lists.Add(new OpmlList(url, Name(outline)) { Line = outline.Line });
        else Errors.Add(new OpmlError(outline.Line, $"{url} is a link to a page, not to a feed; it was skipped."));
    }

    // Plain words are tags, paths are places (OPML 2.0).
    private static (List<string> Tags, List<string> Path) Categories(Element outline)
    {
        var entries = (outline.Attribute("category") ?? "").Split(',').Select(c => c.Trim()).Where(c => c.Length > 0).ToList();
        var paths = entries.Where(c => c.Contains('/', StringComparison.Ordinal)).Select(Segments).Where(p => p.Count > 0).ToList();
        var tags = entries.Where(c => !c.Contains('/', StringComparison.Ordinal)).Concat(paths.Where(p => p.Count == 1).SelectMany(p => p));
        return (tags.Select(PlainText.Line).Distinct().ToList(), paths.Find(p => p.Count > 1) ?? []);
    }

    private static List<string> Segments(string path) => path.Split('/').Select(PlainText.Line).Where(s => s.Length > 0).ToList();

    private static string? Name(Element outline)
    {
        var title = PlainText.Line(outline.Attribute("title"));
        if (title.Length == 0) title = PlainText.Line(outline.Attribute("text"));
        return title.Length > 0 ? title : null;
    }

    private static string? Site(Element outline) => outline.Attribute("htmlUrl") is { } site ? Address(site.Trim()) : null;

    private static string? Address(string written) => WebUrl.TryParse(written) is { } url
        ? written.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? written : url.ToString()
        : null;

    private static string NoFeed(Element outline) => Site(outline) is { } site
        ? $"The outline '{Name(outline)}' has no 'xmlUrl'; add its site {site} to find its feeds."
        : $"The outline '{Name(outline)}' has neither 'xmlUrl' nor 'htmlUrl'; it was skipped.";
}
