namespace NewsWatch.Gateway.Feeds;

/// <summary>For changes of feeds' addresses, such as two feeds that move to the same.</summary>
internal sealed class FeedGate : ChangeGate;
