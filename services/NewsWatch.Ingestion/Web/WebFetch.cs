namespace NewsWatch.Ingestion.Web;

/// <summary>What is asked of a server.</summary>
/// <param name="Url">Where.</param>
/// <param name="Accept">What is welcome.</param>
/// <param name="ETag">The validator of an earlier answer, as it came.</param>
/// <param name="LastModified">The other validator of an earlier answer, as it came.</param>
internal sealed record WebRequest(string Url, string Accept = WebRequest.Anything, string? ETag = null, string? LastModified = null)
{
    public const string Anything = "*/*";

    public const string Feed = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, text/xml;q=0.8, */*;q=0.5";

    public const string Page = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";
}

/// <summary>What fetching gave.</summary>
internal abstract record WebFetch
{
    /// <summary>The server said that nothing changed.</summary>
    public sealed record NotModified : WebFetch;

    /// <summary>The answer's bytes.</summary>
    public sealed record Content(byte[] Bytes, string? ContentType, Uri Address, string? ETag, string? LastModified, string? MovedTo) : WebFetch
    {
        /// <summary>The <c>Link</c> headers, as they came.</summary>
        public string? Links { get; init; }
    }

    /// <summary>It could not be fetched; <paramref name="Status"/> is absent where no server answered.</summary>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null, int? Status = null) : WebFetch
    {
        public bool Gone => Status == StatusCodes.Status410Gone;
    }
}
