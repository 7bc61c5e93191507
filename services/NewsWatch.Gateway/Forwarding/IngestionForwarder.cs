using System.Net.Http.Headers;

namespace NewsWatch.Gateway.Forwarding;

/// <summary>Hands a call on to an Ingestion process. What is handed on changes nothing when it is sent twice, so the client may retry.</summary>
internal sealed class IngestionForwarder(HttpClient ingestion)
{
    /// <summary>More than Ingestion takes by default, so that its own limit answers.</summary>
    private const int MaxBytes = 64 * 1024 * 1024;

    public async Task<IResult> ForwardAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (body.Length > MaxBytes) return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, detail: $"The body is larger than {MaxBytes:N0} bytes: send less in one request.");
        try
        {
            using var response = await ingestion.PostAsync($"{http.Request.Path.ToUriComponent().TrimStart('/')}{http.Request.QueryString}", ContentOf(http.Request, body), http.RequestAborted);
            if (response.Headers.RetryAfter is { } retryAfter) http.Response.Headers.RetryAfter = retryAfter.ToString();
            var answer = await response.Content.ReadAsByteArrayAsync(http.RequestAborted);
            http.Response.StatusCode = (int)response.StatusCode;
            http.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            await http.Response.Body.WriteAsync(answer, http.RequestAborted);
            return Results.Empty;
        }
        catch (Exception e) when (e is HttpRequestException or Polly.ExecutionRejectedException && !http.RequestAborted.IsCancellationRequested)
        {
            http.Response.Headers.RetryAfter = "5";
            return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, detail: $"Ingestion at {ingestion.BaseAddress} does not answer: {e.Message} Nothing is lost if you send the same again.");
        }
    }

    private static ByteArrayContent ContentOf(HttpRequest request, MemoryStream body)
    {
        var content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length);
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) content.Headers.ContentType = type;
        return content;
    }
}
