using System.Net;
using System.Text.Json;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Gateway;

/// <summary>Reads a stream of Server-Sent Events as a browser would.</summary>
internal sealed class EventReader : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private EventReader(HttpResponseMessage response, StreamReader reader) => (_response, _reader) = (response, reader);

    public static async Task<EventReader> ConnectAsync(NewsWatchApi api, string topic = "#", string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/alerts/stream?topic={Uri.EscapeDataString(topic)}");
        if (lastId is not null) request.Headers.Add("Last-Event-ID", lastId);
        var response = await api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var reader = new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(": connected", await reader.LineAsync());
        return reader;
    }

    /// <summary>The next event, comments passed over.</summary>
    public async Task<AlertEvent> NextAsync()
    {
        string? id = null, name = null, data = null;
        while (true)
        {
            var line = await LineAsync() ?? throw new EndOfStreamException("The stream ended.");
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            else if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            else if (line.Length == 0 && data is not null) return new AlertEvent(id!, name!, JsonDocument.Parse(data).RootElement);
        }
    }

    public async Task<IReadOnlyList<AlertEvent>> NextAsync(int count)
    {
        var events = new List<AlertEvent>();
        while (events.Count < count) events.Add(await NextAsync());
        return events;
    }

    public async Task<string?> LineAsync() =>
        await _reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }
}

/// <summary>An event of the stream.</summary>
internal sealed record AlertEvent(string Id, string Name, JsonElement Alert)
{
    public string Title => Alert.GetProperty("article").GetProperty("title").GetString()!;
}
