using System.Text;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Live;

/// <summary>Alerts as Server-Sent Events: first what the listener missed, then what comes; and again, where this instance itself may have missed something.</summary>
internal sealed class AlertStream(LiveAlerts live, IAlertSearch archive, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Where the listener was; the header counts more, for a browser that reconnects sends it with the address that it was once given.</summary>
    /// <exception cref="Storage.InvalidCursorException">It is no cursor.</exception>
    public static AlertCursor? LastSeen(HttpRequest request, string? after)
    {
        var header = request.Headers["Last-Event-ID"].ToString();
        return header.Length > 0 ? AlertCursor.Parse(header) : string.IsNullOrEmpty(after) ? null : AlertCursor.Parse(after);
    }

    /// <summary>Answers until the listener goes away or the process stops.</summary>
    /// <param name="http">The request.</param>
    /// <param name="wanted">What the listener wants to hear.</param>
    /// <param name="last">The last alert it has.</param>
    /// <param name="write">An alert as the event's data.</param>
    public async Task RunAsync(HttpContext http, StreamFilter wanted, AlertCursor? last, Func<AlertRaised, Task<string>> write)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        // Listens already while it says so: from that on nothing is missed.
        var listener = live.Listen();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var opened = new AlertCursor(clock.GetUtcNow(), "");
        var events = new EventWriter(http.Response, wanted, write);
        try
        {
            await events.WriteAsync(": connected\nretry: 2000\n\n", ending.Token);
            while (true)
            {
                if (last is { } cursor) await CatchUpAsync(events, listener, new CatchUp(archive, listener, cursor, wanted.Topic), ending.Token);
                await FollowAsync(events, listener, null, DateTimeOffset.MaxValue, ending.Token);
                if (!listener.IsInterrupted) return;
                last = events.Last ?? last ?? opened;
                listener.Dispose();
                listener = live.Listen();
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The listener went away, or the process is stopping: it will come back with its last id.
        }
        finally
        {
            listener.Dispose();
        }
    }

    /// <summary>Sends what the listener missed, and, where the archive had to be asked, what it finds of that a little later.</summary>
    private async Task CatchUpAsync(EventWriter events, LiveListener listener, CatchUp missed, CancellationToken cancellationToken)
    {
        await foreach (var alert in missed.MissedAsync(cancellationToken)) await events.SendAsync(alert, cancellationToken);
        if (!missed.IsFromArchive) return;
        await FollowAsync(events, listener, missed.Heard, clock.GetUtcNow() + CatchUp.SecondLook, cancellationToken);
        await foreach (var alert in missed.LateAsync(cancellationToken)) await events.SendAsync(alert, cancellationToken);
    }

    /// <summary>Sends what comes, until then or until nothing more comes.</summary>
    private async Task FollowAsync(EventWriter events, LiveListener listener, Action<AlertRaised>? heard, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var next = listener.Alerts.WaitToReadAsync(cancellationToken).AsTask();
        while (until - clock.GetUtcNow() is { Ticks: > 0 } left)
        {
            try
            {
                if (!await next.WaitAsync(left < Heartbeat ? left : Heartbeat, clock, cancellationToken)) return;
            }
            catch (TimeoutException)
            {
                await events.WriteAsync(": still here\n\n", cancellationToken);
                continue;
            }

            while (listener.Alerts.TryRead(out var alert))
            {
                heard?.Invoke(alert);
                await events.SendAsync(alert, cancellationToken);
            }

            next = listener.Alerts.WaitToReadAsync(cancellationToken).AsTask();
        }
    }

    private sealed class EventWriter(HttpResponse response, StreamFilter wanted, Func<AlertRaised, Task<string>> write)
    {
        /// <summary>The last alert that came, sent or not wanted.</summary>
        public AlertCursor? Last { get; private set; }

        public async Task SendAsync(AlertRaised alert, CancellationToken cancellationToken)
        {
            Last = AlertCursor.Of(alert);
            if (!wanted.Takes(alert)) return;
            var data = (await write(alert)).ReplaceLineEndings("\ndata: ");
            await WriteAsync($"id: {AlertCursor.Of(alert)}\nevent: alert\ndata: {data}\n\n", cancellationToken);
        }

        public async Task WriteAsync(string text, CancellationToken cancellationToken)
        {
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
    }
}
