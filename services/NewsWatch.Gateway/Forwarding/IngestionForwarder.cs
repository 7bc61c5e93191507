using System.Net.Http.Headers;
using NewsWatch.ServiceDefaults.Http;

namespace NewsWatch.Gateway.Forwarding;

/// <summary>Hands a call on to an Ingestion process. What is handed on changes nothing when it is sent twice, so the client may retry.</summary>
internal sealed class IngestionForwarder(HttpClient ingestion)
{
    /// <summary>More than Ingestion takes by default, so that its own limit answers.</summary>
    private const int MaxBytes = 64 * 1024 * 1024;

    public async Task<IResult> ForwardAsync(HttpContext http)
    {
        try
        {
            using var body = await RequestBody.ReadAsync(http, MaxBytes);
            using var response = await ingestion.PostAsync($"{http.Request.Path.ToUriComponent().TrimStart('/')}{http.Request.QueryString}", ContentOf(http.Request, body.Bytes), http.RequestAborted);
            if (response.Headers.RetryAfter is { } retryAfter) http.Response.Headers.RetryAfter = retryAfter.ToString();
            http.Response.StatusCode = (int)response.StatusCode;
            http.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            await response.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
            return Results.Empty;
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, detail: e.Message);
        }
        catch (Exception e) when (e is HttpRequestException or Polly.ExecutionRejectedException && !http.RequestAborted.IsCancellationRequested)
        {
            http.Response.Headers.RetryAfter = "5";
            return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, detail: $"Ingestion at {ingestion.BaseAddress} does not answer: {e.Message} Nothing is lost if you send the same again.");
        }
    }

    private static ReadOnlyMemoryContent ContentOf(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var content = new ReadOnlyMemoryContent(body);
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) content.Headers.ContentType = type;
        return content;
    }
}
