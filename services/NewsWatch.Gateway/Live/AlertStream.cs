using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Live;

/// <summary>Alerts as Server-Sent Events: first what the listener missed, then what comes; and again, where this instance itself may have missed something.</summary>
internal sealed class AlertStream(LiveAlerts live, IAlertSearch archive, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>An archive that is away is asked again after this.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    /// <summary>Where the listener was; the header counts more, for a browser that reconnects sends it with the address that it was once given.</summary>
    /// <exception cref="InvalidCursorException">It is no cursor.</exception>
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
        // Listens already while it says so: from then on nothing is missed.
        var listener = live.Listen();
        var opened = last ?? new AlertCursor(clock.GetUtcNow(), "");
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var events = new EventWriter(http.Response, wanted, write);
        try
        {
            await events.WriteAsync(": connected\nretry: 2000\n\n", ending.Token);
            var missedFrom = last is { } seen && !await ResumeAsync(events, listener, seen, ending.Token) ? last : null;
            while (true)
            {
                // One that is interrupted while it catches up has not caught up.
                if (missedFrom is { } from && await CatchUpAsync(events, listener, new CatchUp(archive, listener, from, wanted.Topic), ending.Token)) missedFrom = null;
                if (missedFrom is null) await FollowAsync(events, listener, null, DateTimeOffset.MaxValue, ending.Token);
                if (listener.InterruptedSince is not { } since) return;
                missedFrom = Earlier(missedFrom, since.Raised > opened.Raised ? since : opened);
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

    private static AlertCursor Earlier(AlertCursor? one, AlertCursor other) => one is { } first && first.Raised < other.Raised ? first : other;

    /// <summary>Sends what came after the alert that the listener has, where that is still in the ring: what this instance heard since is all there was.</summary>
    private static async Task<bool> ResumeAsync(EventWriter events, LiveListener listener, AlertCursor seen, CancellationToken cancellationToken)
    {
        if (listener.After(seen) is not { } arrived) return false;
        foreach (var alert in arrived) await events.SendAsync(alert, cancellationToken);
        return true;
    }

    /// <summary>Sends what was missed, as the archive comes to know of it, and what comes meanwhile.</summary>
    /// <returns>Whether it was done before nothing more came.</returns>
    private async Task<bool> CatchUpAsync(EventWriter events, LiveListener listener, CatchUp missed, CancellationToken cancellationToken)
    {
        var begun = clock.GetUtcNow();
        var looks = new Queue<DateTimeOffset>([begun, .. CatchUp.LaterLooks.Select(look => begun + look)]);
        while (looks.TryDequeue(out var look))
        {
            if (!await FollowAsync(events, listener, missed.Hear, look, cancellationToken)) return false;
            while (!await LookAsync(events, missed, cancellationToken))
            {
                if (!await FollowAsync(events, listener, missed.Hear, clock.GetUtcNow() + AskAgain, cancellationToken)) return false;
            }
        }

        return true;
    }

    private static async Task<bool> LookAsync(EventWriter events, CatchUp missed, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var alert in missed.MissedAsync(cancellationToken)) await events.SendAsync(alert, cancellationToken);
            return true;
        }
        catch (StoreUnavailableException)
        {
            // What it had not sent yet it finds again.
            return false;
        }
    }

    /// <summary>Sends what comes, until then or until nothing more comes.</summary>
    /// <returns>Whether the time has come.</returns>
    private async Task<bool> FollowAsync(EventWriter events, LiveListener listener, Func<AlertRaised, bool>? isNew, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var next = listener.Alerts.WaitToReadAsync(cancellationToken).AsTask();
        while (until - clock.GetUtcNow() is { Ticks: > 0 } left)
        {
            try
            {
                if (!await next.WaitAsync(left < Heartbeat ? left : Heartbeat, clock, cancellationToken)) return false;
            }
            catch (TimeoutException)
            {
                await events.WriteAsync(": still here\n\n", cancellationToken);
                continue;
            }

            while (listener.Alerts.TryRead(out var alert))
            {
                if (isNew is null || isNew(alert)) await events.SendAsync(alert, cancellationToken);
            }

            next = listener.Alerts.WaitToReadAsync(cancellationToken).AsTask();
        }

        return true;
    }
}
