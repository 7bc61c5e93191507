using System.Globalization;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.Ingestion.Web;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.WebSub;

/// <summary>Asks hubs for subscriptions.</summary>
internal sealed class HubSubscriber(WebFetcher web, IFeedStateStore states, IOptions<WebSubOptions> options, ILogger<HubSubscriber> logger)
{
    /// <summary>Sends the request; the hub then asks back whether it is meant.</summary>
    public async Task AskAsync(Feed feed, HubSubscription subscription, CancellationToken cancellationToken)
    {
        var problem = await web.SubmitAsync(
            subscription.Hub,
            new Dictionary<string, string>
            {
                ["hub.callback"] = $"{options.Value.PublicUrl!.TrimEnd('/')}{HubCallback.PathOf(feed.Id, subscription)}",
                ["hub.mode"] = "subscribe",
                ["hub.topic"] = subscription.Topic,
                ["hub.secret"] = subscription.Secret,
                ["hub.lease_seconds"] = ((long)options.Value.HubLease.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            },
            cancellationToken);
        if (problem is null) return;
        logger.HubRefused(feed.Title ?? feed.Url, subscription.Hub, problem);
        await states.AmendHubAsync(feed.Id, hub => hub.Secret == subscription.Secret ? hub with { Error = problem } : null, cancellationToken);
    }
}
