using System.Security.Cryptography;
using System.Text;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.WebSub;

/// <summary>
/// Where a hub calls back, below <see cref="WebSubOptions.PublicUrl"/>: a feed's id, and a key that nobody but the hub was told. A hub signs what it
/// brings, but verifies and refuses subscriptions with nothing else to know it by (WebSub, 5.1 and 8).
/// </summary>
internal static class HubCallback
{
    private const int KeyBytes = 16;

    /// <summary>The path for every feed and key.</summary>
    public const string Route = "/websub/{feed}/{key}";

    /// <summary>The path for one subscription.</summary>
    public static string PathOf(string feedId, HubSubscription subscription) => $"/websub/{feedId}/{KeyOf(subscription)}";

    /// <summary>Whether a key is a subscription's own.</summary>
    public static bool IsOf(HubSubscription subscription, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(KeyOf(subscription)), Encoding.UTF8.GetBytes(key));

    private static string KeyOf(HubSubscription subscription) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(subscription.Secret), "callback"u8)[..KeyBytes]);
}
