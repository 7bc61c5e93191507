using System.Text;
using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Live;

/// <summary><c>GET /api/alerts/stream</c>: Server-Sent Events.</summary>
internal static class AlertStreamEndpoint
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void MapAlertStream(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/alerts/stream", StreamAsync).WithName("StreamAlerts").WithTags("Alerts")
            .WithSummary("Alerts as they come (Server-Sent Events); 'Last-Event-ID', or 'after' where no header can be set, resumes without a gap.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream").ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task StreamAsync(
        HttpContext http, string? topic, string? watch, string? after, LiveAlerts live, AlertResume resume, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        var wanted = new StreamFilter(TopicPattern.Parse(topic), watch);
        var last = LastSeen(http.Request.Headers["Last-Event-ID"].ToString(), after);

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        using var listener = live.Listen();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await WriteAsync(http.Response, ": connected\nretry: 2000\n\n", ending.Token);
            if (last is { } cursor)
            {
                await foreach (var alert in resume.MissedAsync(listener, cursor, wanted.Topic, ending.Token)) await SendAsync(http.Response, alert, wanted, ending.Token);
            }

            await FollowAsync(http.Response, listener, wanted, clock, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The listener went away, or the process is stopping: it will come back with its last id.
        }
    }

    /// <summary>The header counts more: a browser that reconnects sends it with the address that it was once given.</summary>
    private static AlertCursor? LastSeen(string header, string? after) =>
        header.Length > 0 ? AlertCursor.Parse(header) : string.IsNullOrEmpty(after) ? null : AlertCursor.Parse(after);

    private static async Task FollowAsync(HttpResponse response, LiveListener listener, StreamFilter wanted, TimeProvider clock, CancellationToken cancellationToken)
    {
        var next = listener.Alerts.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            try
            {
                if (!await next.WaitAsync(Heartbeat, clock, cancellationToken)) return;
            }
            catch (TimeoutException)
            {
                await WriteAsync(response, ": still here\n\n", cancellationToken);
                continue;
            }

            while (listener.Alerts.TryRead(out var alert)) await SendAsync(response, alert, wanted, cancellationToken);
            next = listener.Alerts.WaitToReadAsync(cancellationToken).AsTask();
        }
    }

    private static async Task SendAsync(HttpResponse response, AlertRaised alert, StreamFilter wanted, CancellationToken cancellationToken)
    {
        if (wanted.Takes(alert))
            await WriteAsync(response, $"id: {AlertCursor.Of(alert)}\nevent: alert\ndata: {JsonSerializer.Serialize(alert, NewsWatchJson.Options)}\n\n", cancellationToken);
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
