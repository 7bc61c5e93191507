using Microsoft.Extensions.Options;
using NewsWatch.Formats.Pages;
using NewsWatch.Formats.Text.Charsets;
using NewsWatch.Ingestion.Web;

namespace NewsWatch.Ingestion.Pages;

/// <summary>Fetches pages as politely as their hosts ask: by their robots.txt, one at a time, with pauses.</summary>
internal sealed class PageFetcher(WebFetcher web, RobotsCache robots, HostPace pace, IOptions<PageOptions> options, TimeProvider clock)
{
    /// <param name="url">The page.</param>
    /// <param name="until">When a turn later than this is not worth waiting for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PageFetch> FetchAsync(string url, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return Counted(new PageFetch.Never("The address cannot be read."));
        var rules = await robots.GetAsync(address, cancellationToken);
        if (!rules.File.Decide(WebHttpClient.Agent, address.AbsoluteUri).Allowed)
            return Counted(rules.Known ? new PageFetch.Never("The site's robots.txt asks us not to.") : new PageFetch.Later("The site's robots.txt cannot be had."));
        var delay = rules.File.CrawlDelay(WebHttpClient.Agent) is { } asked && asked > options.Value.PerHost ? asked : options.Value.PerHost;
        using var turn = await pace.EnterAsync(address.Host, delay, until, cancellationToken);
        if (turn is null) return Counted(new PageFetch.Later("The host's turn comes too late."));
        return Counted(Of(await web.FetchAsync(new WebRequest(address.AbsoluteUri, WebRequest.Page), cancellationToken), address.Host));
    }

    private PageFetch Of(WebFetch fetched, string host)
    {
        switch (fetched)
        {
            case WebFetch.Content content when IsPage(content.ContentType):
                return new PageFetch.Read(PageReader.Read(content.Bytes, content.ContentType, content.Address.AbsoluteUri), content.Address.AbsoluteUri);
            case WebFetch.Content content:
                return new PageFetch.Never($"It is no page but '{content.ContentType}'.");
            case WebFetch.Failed { Status: 429 or 503, RetryAfter: { } wait } failed:
                pace.Hold(host, clock.GetUtcNow() + wait);
                return new PageFetch.Later(failed.Reason);
            case WebFetch.Failed { Status: >= 400 and < 500 and not (408 or 425 or 429) } failed:
                return new PageFetch.Never(failed.Reason);
            case WebFetch.Failed failed:
                return new PageFetch.Later(failed.Reason);
            default:
                return new PageFetch.Later("The server says that nothing changed.");
        }
    }

    private static bool IsPage(string? contentType) =>
        ContentTypes.MediaType(contentType) is null or "" or "text/html" or "application/xhtml+xml" or "text/plain" or "application/octet-stream";

    private static PageFetch Counted(PageFetch fetch)
    {
        IngestionTelemetry.Pages.Add(1, new KeyValuePair<string, object?>("outcome", fetch.GetType().Name.ToLowerInvariant()));
        return fetch;
    }
}
