using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NewsWatch.Contracts;

namespace NewsWatch.Cli.Api;

/// <summary>The HTTP API as the commands use it.</summary>
internal sealed class ApiClient : IDisposable
{
    public const string DefaultServer = "http://127.0.0.1:8600";

    private readonly ServiceProvider _services;
    private readonly HttpClient _http;

    public ApiClient(string server)
    {
        if (!Uri.TryCreate(server, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new UsageException($"'{server}' is no address of a server: write --server http://HOST:PORT.");
        var services = new ServiceCollection();
        services.AddHttpClient("api", client =>
        {
            client.BaseAddress = address;
            if (Environment.GetEnvironmentVariable("NewsWatch__ApiKey") is { Length: > 0 } key) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        }).AddStandardResilienceHandler(patience =>
        {
            // A person waits for the answer: a server that is not there is soon said to be away, one that is busy is given time.
            patience.Retry.Delay = TimeSpan.FromMilliseconds(200);
            patience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(30);
            patience.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(1);
            patience.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(2);
        });
        _services = services.BuildServiceProvider();
        _http = _services.GetRequiredService<IHttpClientFactory>().CreateClient("api");
    }

    public Uri Server => _http.BaseAddress!;

    /// <exception cref="ApiException">The server refused; the message is its own.</exception>
    public async Task<JsonElement> PostAsync(string path, HttpContent content, CancellationToken cancellationToken, params HttpStatusCode[] alsoFine)
    {
        using var response = await _http.PostAsync(path, content, cancellationToken);
        return await ReadAsync(response, alsoFine, cancellationToken);
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken, params HttpStatusCode[] alsoFine)
    {
        using var response = await _http.GetAsync(path, cancellationToken);
        return await ReadAsync(response, alsoFine, cancellationToken);
    }

    public static HttpContent JsonText(ReadOnlyMemory<byte> utf8) => new ReadOnlyMemoryContent(utf8) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    public static HttpContent Json<T>(T value) => JsonContent.Create(value, options: NewsWatchJson.Options);

    public void Dispose()
    {
        _http.Dispose();
        _services.Dispose();
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode[] alsoFine, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var json = body.Length > 0 && response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
            ? JsonDocument.Parse(body).RootElement.Clone()
            : default;
        if (response.IsSuccessStatusCode || alsoFine.Contains(response.StatusCode)) return json;
        throw new ApiException(response.StatusCode, json);
    }
}

/// <summary>The server refused a call.</summary>
internal sealed class ApiException(HttpStatusCode status, JsonElement problem) : Exception(Describe(status, problem))
{
    public HttpStatusCode Status { get; } = status;

    public JsonElement Problem { get; } = problem;

    private static string Describe(HttpStatusCode status, JsonElement problem) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("detail", out var detail) && detail.GetString() is { Length: > 0 } text
            ? text
            : $"The server answered {(int)status} {status}.";
}
