using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NewsWatch.Formats.Robots;
using NewsWatch.Ingestion.Pages;

namespace NewsWatch.Ingestion.Web;

/// <summary>The robots.txt of each site, fetched once a day (RFC 9309): a missing one allows all, a server that fails forbids all for a while.</summary>
internal sealed class RobotsCache(WebFetcher web, IOptions<PageOptions> options, TimeProvider clock)
{
    private const int MostSites = 20_000;

    /// <summary>RFC 9309 has parsers read at least this much.</summary>
    private const int MostBytes = 512 * 1024;

    private readonly ConcurrentDictionary<string, Lazy<Task<SiteRules>>> _sites = new(StringComparer.OrdinalIgnoreCase);

    public async Task<SiteRules> GetAsync(Uri page, CancellationToken cancellationToken)
    {
        var site = page.GetLeftPart(UriPartial.Authority);
        while (true)
        {
            // Whoever asks first fetches for all; that one's impatience must not cost the others the answer.
            var entry = _sites.GetOrAdd(site, key => new Lazy<Task<SiteRules>>(() => FetchAsync(key)));
            SiteRules rules;
            try
            {
                rules = await entry.Value.WaitAsync(cancellationToken);
            }
            catch when (entry.Value.IsFaulted)
            {
                // The next one asks again.
                _sites.TryRemove(KeyValuePair.Create(site, entry));
                throw;
            }

            if (rules.Until > clock.GetUtcNow()) return rules;
            _sites.TryRemove(KeyValuePair.Create(site, entry));
            Forget();
        }
    }

    private async Task<SiteRules> FetchAsync(string site)
    {
        var fetched = await web.FetchAsync(new WebRequest($"{site}/robots.txt", "text/plain, */*;q=0.5"), CancellationToken.None);
        var (now, settings) = (clock.GetUtcNow(), options.Value);
        return fetched switch
        {
            WebFetch.Content content => new(RobotsFile.Parse(content.Bytes.AsSpan(0, Math.Min(content.Bytes.Length, MostBytes))), true, now + settings.RobotsLifetime),
            WebFetch.Failed { Status: >= 400 and < 500 and not 429 } => new(RobotsFile.AllowAll, true, now + settings.RobotsLifetime),
            _ => new(RobotsFile.DisallowAll, false, now + settings.RobotsFailure),
        };
    }

    private void Forget()
    {
        if (_sites.Count <= MostSites) return;
        var now = clock.GetUtcNow();
        foreach (var (site, entry) in _sites)
        {
            if (entry.IsValueCreated && entry.Value is { IsCompletedSuccessfully: true } fetched && fetched.Result.Until <= now) _sites.TryRemove(site, out _);
        }
    }
}

/// <summary>What a site allows.</summary>
/// <param name="File">Its rules.</param>
/// <param name="Known">False where they could not be had, so that everything is forbidden for now.</param>
/// <param name="Until">How long this is believed.</param>
internal sealed record SiteRules(RobotsFile File, bool Known, DateTimeOffset Until);
