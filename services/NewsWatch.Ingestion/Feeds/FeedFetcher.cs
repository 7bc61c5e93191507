using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Http.Guard;
using NewsWatch.Storage.Feeds;
using Polly.Timeout;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>Fetches feeds through the guarded client, conditionally where the feed gave a validator.</summary>
internal sealed class FeedFetcher(IHttpClientFactory clients, IOptions<OutboundGuardOptions> guard, TimeProvider clock)
{
    public async Task<FeedFetch> FetchAsync(Feed feed, FeedState state, bool conditional, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(state.MovedTo ?? feed.Url, state, conditional);
            using var response = await clients.CreateClient(FeedHttpClient.Name).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or TimeoutRejectedException or UriFormatException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return new FeedFetch.Failed(FetchProblem.Describe(e));
        }
    }

    private static HttpRequestMessage Request(string url, FeedState state, bool conditional)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.ParseAdd("application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, text/xml;q=0.8, */*;q=0.5");
        if (!conditional) return request;
        // As they came: some servers send validators that are not well formed and compare them byte for byte.
        if (state.ETag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", state.ETag);
        if (state.LastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", state.LastModified);
        return request;
    }

    private async Task<FeedFetch> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified) return new FeedFetch.NotModified();
        if (!response.IsSuccessStatusCode)
            return new FeedFetch.Failed(FetchProblem.Describe(response), RetryAfter(response.Headers.RetryAfter), response.StatusCode == HttpStatusCode.Gone);
        return new FeedFetch.Content(
            await BoundedContent.ReadAsync(response, guard.Value, clock, cancellationToken),
            Raw(response.Content.Headers, "Content-Type"),
            response.RequestMessage!.RequestUri!,
            Raw(response.Headers, "ETag"),
            Raw(response.Content.Headers, "Last-Modified"),
            response.RequestMessage.Options.TryGetValue(GuardedRedirects.PermanentUrl, out var moved) ? moved.AbsoluteUri : null);
    }

    private static string? Raw(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
}
