using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NewsWatch.Cli.Servers;
using NewsWatch.Contracts;

namespace NewsWatch.Cli.Api;

/// <summary>The HTTP API as the commands use it.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly HttpClient _http;
    private readonly string _from;

    public ApiClient(string server, string from = "--server", string? apiKey = null)
    {
        var address = ServerChoice.Check(server);
        var key = string.IsNullOrWhiteSpace(apiKey) ? Environment.GetEnvironmentVariable("NewsWatch__ApiKey") : apiKey;
        _from = from;
        _services = Register(address, key);
        _http = _services.GetRequiredService<IHttpClientFactory>().CreateClient("api");
    }

    public Uri Server => _http.BaseAddress!;

    /// <exception cref="ApiException">The server refused; the message is its own.</exception>
    /// <exception cref="ServerAwayException">No server answers.</exception>
    public Task<JsonElement> PostAsync(string path, HttpContent content, CancellationToken cancellationToken, params HttpStatusCode[] alsoFine) =>
        SendAsync(new(HttpMethod.Post, path) { Content = content }, alsoFine, cancellationToken);

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken, params HttpStatusCode[] alsoFine) =>
        SendAsync(new(HttpMethod.Get, path), alsoFine, cancellationToken);

    /// <summary>Replaces what is there in that version, and nothing newer.</summary>
    public Task<JsonElement> PutAsync(string path, HttpContent content, int version, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = content };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{version}\"")));
        return SendAsync(request, [], cancellationToken);
    }

    public Task<JsonElement> DeleteAsync(string path, CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Delete, path), [], cancellationToken);

    public async Task<string> GetTextAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await ReachAsync(_http, new(HttpMethod.Get, path), HttpCompletionOption.ResponseContentRead, cancellationToken);
        if (!response.IsSuccessStatusCode) await ReadAsync(response, [], cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>Opens an answer that may take as long as it likes; neither repeated nor ended by a timeout.</summary>
    public async Task<HttpResponseMessage> OpenAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var http = _services.GetRequiredService<IHttpClientFactory>().CreateClient("stream");
        var response = await ReachAsync(http, request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode) return response;
        using (response) await ReadAsync(response, [], cancellationToken);
        throw new System.Diagnostics.UnreachableException();
    }

    public static HttpContent JsonText(ReadOnlyMemory<byte> utf8) => new ReadOnlyMemoryContent(utf8) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    public static HttpContent Json<T>(T value) => JsonContent.Create(value, options: NewsWatchJson.Options);

    public void Dispose()
    {
        _http.Dispose();
        _services.Dispose();
    }

    private static ServiceProvider Register(Uri address, string? key)
    {
        void Configure(HttpClient client)
        {
            client.BaseAddress = address;
            if (!string.IsNullOrWhiteSpace(key)) client.DefaultRequestHeaders.Authorization = new("Bearer", key.Trim());
        }

        var services = new ServiceCollection();
        services.AddHttpClient("stream", client =>
        {
            Configure(client);
            client.Timeout = Timeout.InfiniteTimeSpan;
        });
        services.AddHttpClient("api", Configure).AddStandardResilienceHandler(patience =>
        {
            // A person waits for the answer: a server that is not there is soon said to be away, one that is busy is given time.
            patience.Retry.Delay = TimeSpan.FromMilliseconds(200);
            patience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(30);
            patience.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(1);
            patience.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(2);
        });
        return services.BuildServiceProvider();
    }

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, HttpStatusCode[] alsoFine, CancellationToken cancellationToken)
    {
        using var response = await ReachAsync(_http, request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        return await ReadAsync(response, alsoFine, cancellationToken);
    }

    private async Task<HttpResponseMessage> ReachAsync(HttpClient http, HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        try
        {
            using (request) return await http.SendAsync(request, completion, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or Polly.ExecutionRejectedException && !cancellationToken.IsCancellationRequested)
        {
            throw new ServerAwayException(Server, _from, e);
        }
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
