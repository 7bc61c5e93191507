using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using NewsWatch.ServiceDefaults.Http.Guard;
using Polly.Timeout;

namespace NewsWatch.Ingestion.Web;

/// <summary>Fetches what addresses of feeds, pages and people name, through the guarded client; what goes wrong is an answer, not an exception.</summary>
internal sealed class WebFetcher(IHttpClientFactory clients, IOptions<OutboundGuardOptions> guard, TimeProvider clock)
{
    /// <summary>Fetches one address.</summary>
    /// <remarks>A body that is not packed as it says is an <see cref="InvalidDataException"/> with gzip and an <see cref="InvalidOperationException"/> with Brotli.</remarks>
    public async Task<WebFetch> FetchAsync(WebRequest wanted, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(wanted);
            using var response = await clients.CreateClient(WebHttpClient.Name).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or InvalidOperationException or TimeoutRejectedException or UriFormatException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return new WebFetch.Failed(FetchProblem.Describe(e));
        }
    }

    /// <summary>Sends a form.</summary>
    /// <returns>Why it was not accepted, in plain words; <see langword="null"/> where it was.</returns>
    public async Task<string?> SubmitAsync(string url, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var response = await clients.CreateClient(WebHttpClient.Name).PostAsync(url, content, cancellationToken);
            return response.IsSuccessStatusCode ? null : FetchProblem.Describe(response);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException or TimeoutRejectedException or UriFormatException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return FetchProblem.Describe(e);
        }
    }

    private static HttpRequestMessage Request(WebRequest wanted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, wanted.Url);
        request.Headers.Accept.ParseAdd(wanted.Accept);
        // As they came: some servers send validators that are not well formed and compare them byte for byte.
        if (wanted.ETag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", wanted.ETag);
        if (wanted.LastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", wanted.LastModified);
        return request;
    }

    private async Task<WebFetch> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified) return new WebFetch.NotModified();
        if (!response.IsSuccessStatusCode)
            return new WebFetch.Failed(FetchProblem.Describe(response), RetryAfter(response.Headers.RetryAfter), (int)response.StatusCode);
        return new WebFetch.Content(
            await BoundedContent.ReadAsync(response, guard.Value, clock, cancellationToken),
            Raw(response.Content.Headers, "Content-Type"),
            response.RequestMessage!.RequestUri!,
            Raw(response.Headers, "ETag"),
            Raw(response.Content.Headers, "Last-Modified"),
            response.RequestMessage.Options.TryGetValue(GuardedRedirects.PermanentUrl, out var moved) ? moved.AbsoluteUri : null)
        {
            Links = Raw(response.Headers, "Link"),
        };
    }

    private static string? Raw(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
}
