using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Cli.Alerts.Following;

/// <summary>One connection to <c>GET /api/alerts/stream</c>.</summary>
internal sealed class AlertStream : IAsyncDisposable
{
    /// <summary>The server says every 15 seconds that it is there; twice missed and it is not.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(40);

    private readonly HttpResponseMessage _response;
    private readonly Stream _body;

    private AlertStream(HttpResponseMessage response, Stream body, string opened)
    {
        _response = response;
        _body = body;
        Opened = opened;
    }

    /// <summary>The cursor of the moment of connecting, by the server's clock.</summary>
    public string Opened { get; }

    public static async Task<AlertStream> OpenAsync(ApiClient api, TopicPattern topic, string? lastId, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new ApiPath("api/alerts/stream").Add("topic", topic.ToString()).ToString());
        request.Headers.Accept.Add(new("text/event-stream"));
        if (lastId is not null) request.Headers.Add("Last-Event-ID", lastId);
        var response = await api.OpenAsync(request, cancellationToken);
        var opened = new AlertCursor(response.Headers.Date ?? clock.GetUtcNow(), new string('-', DerivedId.Length)).ToString();
        return new AlertStream(response, new ImpatientStream(await response.Content.ReadAsStreamAsync(cancellationToken), LongestSilence, clock), opened);
    }

    public async IAsyncEnumerable<(string Cursor, JsonElement Alert)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in SseParser.Create(_body, (_, data) => Encoding.UTF8.GetString(data)).EnumerateAsync(cancellationToken))
        {
            if (item is { EventType: "alert", EventId: { } id }) yield return (id, JsonDocument.Parse(item.Data).RootElement);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _body.DisposeAsync();
        _response.Dispose();
    }
}
