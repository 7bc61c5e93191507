using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NewsWatch.Contracts;

namespace NewsWatch.Testing;

/// <summary>The HTTP API as a program that knows nothing of the code would use it.</summary>
public sealed class NewsWatchApi(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>The client, for calls that this class has no name for.</summary>
    public HttpClient Http => _http;

    /// <summary>Creates a watch, or finds it there.</summary>
    public async Task AddWatchAsync(string id, string query, string topic)
    {
        using var response = await _http.PostAsJsonAsync("api/watches", new { id, query, topic });
        if (response.StatusCode != HttpStatusCode.Conflict) response.EnsureSuccessStatusCode();
    }

    /// <summary>Pushes JSON text.</summary>
    public async Task<Answer> PushTextAsync(string json, string? traceParent = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/articles") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (traceParent is not null) request.Headers.Add("traceparent", traceParent);
        return await SendAsync(request);
    }

    /// <summary>Pushes one object or a list of them.</summary>
    public Task<Answer> PushAsync(object articles, string? traceParent = null) => PushTextAsync(JsonSerializer.Serialize(articles, NewsWatchJson.Options), traceParent);

    /// <summary>Gets JSON.</summary>
    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>How many articles a query finds.</summary>
    public async Task<long> CountAsync(string? query = null)
    {
        var answer = await GetAsync($"api/articles?limit=0&q={Uri.EscapeDataString(query ?? "")}");
        return answer.Status == HttpStatusCode.OK ? answer.Json.GetProperty("total").GetInt64() : -1;
    }

    /// <summary>All alerts of a topic pattern, newest first.</summary>
    public async Task<IReadOnlyList<AlertRaised>> AlertsAsync(string topic = "#")
    {
        var all = new List<AlertRaised>();
        string? after = null;
        do
        {
            var answer = await GetAsync($"api/alerts?limit=1000&topic={Uri.EscapeDataString(topic)}&after={Uri.EscapeDataString(after ?? "")}");
            if (answer.Status != HttpStatusCode.OK) throw new HttpRequestException($"{answer.Status}: {answer.Text}");
            all.AddRange(answer.Json.GetProperty("items").Deserialize<List<AlertRaised>>(NewsWatchJson.Options)!);
            after = answer.Json.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);
        return all;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonDocument.Parse(text).RootElement : default;
        return new Answer(response.StatusCode, text, json);
    }
}

/// <summary>An answer of the API.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, JsonElement Json);
