using System.Net.Http.Headers;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Http;

namespace NewsWatch.Gateway.Push;

/// <summary>Hands <c>POST /api/articles</c> on to an Ingestion process. Sending a push twice changes nothing, so the client may retry.</summary>
internal sealed class PushForwarder(HttpClient ingestion)
{
    /// <summary>More than Ingestion takes by default, so that its own limit answers.</summary>
    private const int MaxBytes = 64 * 1024 * 1024;

    public async Task<IResult> ForwardAsync(HttpContext http)
    {
        try
        {
            using var body = await RequestBody.ReadAsync(http, MaxBytes);
            using var response = await ingestion.PostAsync("api/articles", ContentOf(http.Request, body.Bytes), http.RequestAborted);
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

internal static class PushForwarding
{
    /// <summary>Where Ingestion answers; not set where it runs in the same process.</summary>
    public const string Setting = "NewsWatch:Gateway:Ingestion";

    public static void AddPushForwarding(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is { Length: > 0 } address)
            builder.Services.AddHttpClient<PushForwarder>(client =>
            {
                client.BaseAddress = new Uri(address);
                // The processes of an installation share one key; who pushes has shown it here already.
                if (builder.Configuration[ApiKey.Setting] is { } key && !string.IsNullOrWhiteSpace(key)) client.DefaultRequestHeaders.Add("X-Api-Key", key.Trim());
            });
    }

    public static void MapPushForwarding(this WebApplication app)
    {
        if (string.IsNullOrEmpty(app.Configuration[Setting])) return;
        app.MapPost("/api/articles", (HttpContext http, PushForwarder forwarder) => forwarder.ForwardAsync(http))
            .WithName("PushArticles").WithTags("Articles")
            .WithSummary("Sends one article or an array of articles; answered when the broker has confirmed them.")
            .Accepts<Article>("application/json")
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }
}
