using NewsWatch.Formats.Feeds;
using NewsWatch.Formats.Pages;
using NewsWatch.Formats.Robots;
using NewsWatch.Ingestion.Web;

namespace NewsWatch.Ingestion.Discovery;

/// <summary>Finds what a site offers to be polled: the feeds its page names, else where feeds usually are; the sitemaps its robots.txt names.</summary>
internal sealed class FeedFinder(WebFetcher web)
{
    private const int MostFeeds = 12;

    private const int MostSitemaps = 5;

    /// <summary>Requests to one site at once.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly string[] UsualFeeds = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default"];

    private static readonly string[] UsualSitemaps = ["/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/googlenews.xml"];

    /// <exception cref="FormatException">The address is none.</exception>
    /// <exception cref="HttpRequestException">It cannot be read; the message says why.</exception>
    public async Task<DiscoveryAnswer> FindAsync(string? written, CancellationToken cancellationToken)
    {
        var address = Address(written);
        var content = await web.FetchAsync(new WebRequest(address.AbsoluteUri, WebRequest.Feed), cancellationToken) switch
        {
            WebFetch.Content read => read,
            WebFetch.Failed failed => throw new HttpRequestException($"{address} cannot be read: {failed.Reason}"),
            _ => throw new HttpRequestException($"{address} answers that nothing changed, though nothing was known of it."),
        };
        if (Findings.Feed(content, out _) is { } feed) return new DiscoveryAnswer { Url = feed.Url, Title = feed.Title, Feeds = [feed] };
        if (Findings.Sitemap(content) is { } sitemap) return new DiscoveryAnswer { Url = sitemap.Url, Title = sitemap.Title, Sitemaps = [sitemap] };

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var (feeds, unreadable) = await FeedsAsync(content, patience.Token);
        cancellationToken.ThrowIfCancellationRequested();
        var page = PageReader.Read(content.Bytes, content.ContentType, content.Address.AbsoluteUri);
        return new DiscoveryAnswer
        {
            Url = content.Address.AbsoluteUri,
            Title = page.Site ?? page.Title,
            Feeds = feeds,
            Sitemaps = await SitemapsAsync(content.Address, patience.Token),
            Unreadable = unreadable,
        };
    }

    /// <summary>People type addresses without their scheme.</summary>
    private static Uri Address(string? written)
    {
        var text = written?.Trim() ?? "";
        if (text.Length == 0) throw new FormatException("'url' is required: the address of a site or of a feed.");
        if (text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase)) text = text["feed:".Length..].TrimStart('/');
        if (!text.Contains("://", StringComparison.Ordinal)) text = $"https://{text}";
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri
            : throw new FormatException($"'{written}' is no http or https address.");
    }

    private async Task<(IReadOnlyList<FoundFeed> Feeds, IReadOnlyList<UnreadableFeed> Unreadable)> FeedsAsync(WebFetch.Content page, CancellationToken cancellationToken)
    {
        // What comments say is not the outlet's news.
        var named = FeedDiscovery.Find(page.Bytes, page.ContentType, page.Address.AbsoluteUri)
            .OrderBy(f => f.Url.Contains("comment", StringComparison.OrdinalIgnoreCase)).Take(MostFeeds).ToList();
        var guessing = named.Count == 0;
        var addresses = guessing ? [.. UsualFeeds.Select(path => new Uri(page.Address, path).AbsoluteUri)] : named.ConvertAll(f => f.Url);
        var (feeds, unreadable) = (new List<FoundFeed>(), new List<UnreadableFeed>());
        foreach (var (url, fetched) in addresses.Zip(await FetchAllAsync(addresses, cancellationToken)))
        {
            string? problem = fetched is WebFetch.Failed failed ? failed.Reason : "It could not be read in time.";
            if (fetched is WebFetch.Content content && Findings.Feed(content, out problem) is { } feed)
                feeds.Add(feed with { Title = feed.Title ?? named.Find(n => n.Url == url)?.Title });
            else if (!guessing) unreadable.Add(new UnreadableFeed(url, problem!));
        }

        return ([.. feeds.DistinctBy(f => f.Url)], unreadable);
    }

    private async Task<IReadOnlyList<FoundSitemap>> SitemapsAsync(Uri site, CancellationToken cancellationToken)
    {
        var robots = await FetchAllAsync([new Uri(site, "/robots.txt").AbsoluteUri], cancellationToken);
        var named = robots[0] is WebFetch.Content content ? RobotsFile.Parse(content.Bytes).Sitemaps : [];
        var addresses = named.OrderByDescending(s => s.Contains("news", StringComparison.OrdinalIgnoreCase)).Take(MostSitemaps).ToList();
        if (addresses.Count == 0) addresses = [.. UsualSitemaps.Select(path => new Uri(site, path).AbsoluteUri)];
        var fetched = await FetchAllAsync(addresses, cancellationToken);
        return [.. fetched.OfType<WebFetch.Content>().Select(Findings.Sitemap).OfType<FoundSitemap>().DistinctBy(s => s.Url)];
    }

    /// <summary>Each address with its answer, in the same order; <see langword="null"/> for those that time ran out for.</summary>
    private async Task<WebFetch?[]> FetchAllAsync(List<string> addresses, CancellationToken cancellationToken)
    {
        var answers = new WebFetch?[addresses.Count];
        try
        {
            await Parallel.ForAsync(0, addresses.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, token) =>
                answers[i] = await web.FetchAsync(new WebRequest(addresses[i], WebRequest.Feed), token));
        }
        catch (OperationCanceledException)
        {
            // What was found until now is worth showing.
        }

        return answers;
    }
}
