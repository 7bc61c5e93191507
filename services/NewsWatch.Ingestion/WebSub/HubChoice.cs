using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsWatch.Formats.Feeds;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.WebSub;

/// <summary>Decides whether a feed has a hub worth asking, and when.</summary>
internal sealed class HubChoice(IOptions<WebSubOptions> options)
{
    /// <summary>A hub that did not verify, or refused, is asked again after this.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromHours(6);

    /// <summary>How soon after it was chosen a hub is asked.</summary>
    private static readonly TimeSpan AskSoon = TimeSpan.FromSeconds(30);

    /// <summary>The subscription to remember: the known one while the feed still names its hub, else a new one.</summary>
    public HubSubscription? Choose(HubSubscription? known, FeedDocument document, string? linkHeaders)
    {
        if (string.IsNullOrEmpty(options.Value.PublicUrl)) return null;
        var (hubs, self) = LinkHeader.Find(linkHeaders);
        var hub = hubs.Concat(document.Hubs).FirstOrDefault(IsAddress);
        var topic = self ?? document.Self;
        if (hub is null || !IsAddress(topic)) return null;
        return known is not null && known.Hub == hub && known.Topic == topic ? known : new HubSubscription(hub, topic!, Convert.ToHexString(RandomNumberGenerator.GetBytes(24)));
    }

    /// <summary>Whether the hub is to be asked now: for the first time, before the lease ends, or again after it kept silent or refused.</summary>
    public static bool IsToBeAsked(HubSubscription hub, DateTimeOffset now) =>
        hub.Asked is not { } asked || now >= (RenewalOf(hub) ?? asked + AskAgain);

    /// <summary>When to poll although, or before, the hub announces news.</summary>
    public DateTimeOffset NextCheck(HubSubscription hub, DateTimeOffset planned, DateTimeOffset now)
    {
        if (hub.Asked is null) return Earlier(planned, now + AskSoon);
        if (!(hub.Until > now)) return planned;
        var relaxed = planned < now + options.Value.HubInterval ? now + options.Value.HubInterval : planned;
        return RenewalOf(hub) is { } renewal && renewal > now ? Earlier(relaxed, renewal) : relaxed;
    }

    /// <summary>A seventh of the lease before its end, which the hub may have set shorter than it was asked for; nothing until the hub has answered the last question.</summary>
    private static DateTimeOffset? RenewalOf(HubSubscription hub) => hub.Until > hub.Asked ? hub.Until - ((hub.Until - hub.Asked) / 7) : null;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static bool IsAddress(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
