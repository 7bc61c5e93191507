using Microsoft.Extensions.Options;
using NewsWatch.Formats.Feeds;
using NewsWatch.Formats.Sitemaps;
using NewsWatch.Ingestion.Web;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>Reads what a feed's address answers with: a feed, or a sitemap, which then serves as one. Told by the content alone.</summary>
internal sealed class FeedReader(WebFetcher web, IOptions<FeedOptions> options, TimeProvider clock)
{
    /// <summary>Sitemaps without dates are lists of everything; their beginning has to do.</summary>
    private const int MostUndated = 1_000;

    private const int MostItems = 2_000;

    private const int IndexDepth = 2;

    /// <exception cref="FeedFormatException">It is neither; the message says why.</exception>
    public async Task<FeedDocument> ReadAsync(WebFetch.Content content, CancellationToken cancellationToken)
    {
        var address = content.Address.AbsoluteUri;
        try
        {
            return FeedParser.Parse(content.Bytes, content.ContentType, address);
        }
        catch (FeedFormatException noFeed)
        {
            try
            {
                var sitemap = SitemapParser.Parse(content.Bytes, content.ContentType, address);
                return OfItems(await ItemsAsync(sitemap, IndexDepth, cancellationToken), address);
            }
            catch (SitemapException)
            {
                throw noFeed;
            }
        }
    }

    private async Task<List<SitemapItem>> ItemsAsync(SitemapDocument sitemap, int depth, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - options.Value.SitemapRecent;
        if (sitemap.Format != SitemapFormat.Index)
        {
            var dated = sitemap.Items.Where(i => DateOf(i) >= since).OrderByDescending(DateOf).Take(MostItems);
            return [.. dated, .. sitemap.Items.Where(i => DateOf(i) is null).Take(MostUndated)];
        }

        var items = new List<SitemapItem>();
        if (depth == 0) return items;
        var children = sitemap.Sitemaps.Where(s => s.Updated is not { } updated || updated >= since).OrderByDescending(s => s.Updated ?? DateTimeOffset.MinValue);
        foreach (var child in children.Take(options.Value.SitemapsOfIndex)) items.AddRange(await ChildAsync(child.Url, depth - 1, cancellationToken));
        return items;
    }

    /// <summary>One sitemap of many that cannot be had costs only itself.</summary>
    private async Task<List<SitemapItem>> ChildAsync(string url, int depth, CancellationToken cancellationToken)
    {
        if (await web.FetchAsync(new WebRequest(url, WebRequest.Feed), cancellationToken) is not WebFetch.Content content) return [];
        try
        {
            return await ItemsAsync(SitemapParser.Parse(content.Bytes, content.ContentType, content.Address.AbsoluteUri), depth, cancellationToken);
        }
        catch (SitemapException)
        {
            return [];
        }
    }

    private static DateTimeOffset? DateOf(SitemapItem item) => item.Published ?? item.Updated;

    private static FeedDocument OfItems(List<SitemapItem> items, string address) => new()
    {
        Format = FeedFormat.Sitemap,
        Title = items.Select(i => i.Source).FirstOrDefault(s => s is not null),
        Url = address,
        Items = [.. items.DistinctBy(i => i.Url).Take(MostItems).Select(i => new FeedItem
        {
            Url = i.Url,
            Title = i.Title,
            Published = i.Published,
            Updated = i.Updated,
            Lang = i.Lang,
            Tag = i.Tag,
        })],
    };
}
