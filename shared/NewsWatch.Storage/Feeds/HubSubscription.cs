namespace NewsWatch.Storage.Feeds;

/// <summary>A subscription at a WebSub hub.</summary>
/// <param name="Hub">The hub's address.</param>
/// <param name="Topic">What is subscribed to: the feed's own address as it gives it.</param>
/// <param name="Secret">Known to the hub and to us; signs what the hub sends.</param>
/// <param name="Asked">When the subscription was last asked for; <see langword="null"/> while every instance still learns of it.</param>
/// <param name="Until">Until when it holds; <see langword="null"/> until the hub has verified it.</param>
/// <param name="Error">Why the hub refused, in plain words.</param>
public sealed record HubSubscription(string Hub, string Topic, string Secret, DateTimeOffset? Asked = null, DateTimeOffset? Until = null, string? Error = null);
