using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.Formats.Sitemaps;

namespace NewsWatch.Cli.Inspect;

/// <summary><c>inspect sitemap</c>: the pages and sitemaps that a sitemap lists.</summary>
internal sealed class InspectSitemap(IDocumentSource source, string? baseUrl = null) : InspectCommand(source)
{
    protected override InspectLine Inspect(string argument, InspectedDocument document)
    {
        var sitemap = SitemapParser.Parse(document.Bytes, document.ContentType, baseUrl ?? document.Url);
        return new SitemapLine { Input = argument, Format = sitemap.Format, Items = sitemap.Items, Sitemaps = sitemap.Sitemaps };
    }

    protected override InspectLine Failed(string argument, string error) => new SitemapLine { Input = argument, Error = error };
}

internal sealed record SitemapLine : InspectLine
{
    public SitemapFormat? Format { get; init; }

    public IReadOnlyList<SitemapItem> Items { get; init; } = [];

    public IReadOnlyList<SitemapReference> Sitemaps { get; init; } = [];
}
