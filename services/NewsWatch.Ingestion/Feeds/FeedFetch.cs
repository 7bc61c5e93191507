namespace NewsWatch.Ingestion.Feeds;

/// <summary>What fetching a feed gave.</summary>
internal abstract record FeedFetch
{
    /// <summary>The server said that nothing changed.</summary>
    public sealed record NotModified : FeedFetch;

    /// <summary>The feed's bytes.</summary>
    public sealed record Content(byte[] Bytes, string? ContentType, Uri Address, string? ETag, string? LastModified, string? MovedTo) : FeedFetch;

    /// <summary>It could not be fetched.</summary>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null, bool Gone = false) : FeedFetch;
}
