using NewsWatch.Formats.Feeds;
using NewsWatch.Formats.Sitemaps;
using NewsWatch.Formats.Text;
using NewsWatch.Ingestion.Web;

namespace NewsWatch.Ingestion.Discovery;

/// <summary>Turns what was read into what a person decides by.</summary>
internal static class Findings
{
    private const int Samples = 5;

    private const int SummaryLength = 300;

    /// <summary>The feed; <see langword="null"/> where the content is none.</summary>
    public static FoundFeed? Feed(WebFetch.Content content, out string? problem)
    {
        try
        {
            var feed = FeedParser.Parse(content.Bytes, content.ContentType, content.Address.AbsoluteUri);
            problem = null;
            return new FoundFeed(
                content.Address.AbsoluteUri, feed.Title, feed.Format.ToString().ToLowerInvariant(), feed.Url, feed.Lang, feed.Items.Count,
                feed.Items.Max(i => i.Published ?? i.Updated), [.. feed.Items.Take(Samples).Select(Sample)]);
        }
        catch (FeedFormatException e)
        {
            problem = e.Message;
            return null;
        }
    }

    /// <summary>The sitemap; <see langword="null"/> where the content is none, or is a feed that serves as one.</summary>
    public static FoundSitemap? Sitemap(WebFetch.Content content)
    {
        try
        {
            var sitemap = SitemapParser.Parse(content.Bytes, content.ContentType, content.Address.AbsoluteUri);
            if (sitemap.Format == SitemapFormat.Feed) return null;
            var latest = sitemap.Items.OrderByDescending(i => i.Published ?? i.Updated ?? DateTimeOffset.MinValue).Take(Samples);
            return new FoundSitemap(
                content.Address.AbsoluteUri, sitemap.Items.Select(i => i.Source).FirstOrDefault(s => s is not null), sitemap.Format.ToString().ToLowerInvariant(),
                sitemap.Items.Count, sitemap.Sitemaps.Count, sitemap.Items.Max(i => i.Published ?? i.Updated) ?? sitemap.Sitemaps.Max(s => s.Updated),
                [.. latest.Select(i => new SampleItem(i.Title, i.Url, i.Published ?? i.Updated, null))]);
        }
        catch (SitemapException)
        {
            return null;
        }
    }

    private static SampleItem Sample(FeedItem item)
    {
        var text = PlainText.Line(item.Summary.Length > 0 ? item.Summary : item.Body);
        return new SampleItem(item.Title, item.Url, item.Published ?? item.Updated, text.Length == 0 ? null : text.Length > SummaryLength ? PlainText.Cut(text, SummaryLength) + "…" : text);
    }
}
