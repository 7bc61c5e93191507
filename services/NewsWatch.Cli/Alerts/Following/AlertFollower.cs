using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Cli.Alerts.Following;

/// <summary>Follows the live stream; where the connection is lost it comes back with the last id, and says that it was away.</summary>
internal sealed class AlertFollower(ApiClient api, TopicPattern topic, TimeProvider clock, Action<string> say)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly ShownLately _shown = new();
    private string? _cursor;
    private DateTimeOffset? _away;

    /// <summary>Returns only by cancellation, or by an error that waiting does not mend.</summary>
    /// <param name="before">What has been shown already, oldest first.</param>
    /// <param name="show">Called for each alert, once.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task FollowAsync(IReadOnlyList<JsonElement> before, Action<JsonElement> show, CancellationToken cancellationToken)
    {
        foreach (var alert in before) _shown.Add(IdOf(alert));
        if (before.Count > 0) _cursor = AlertCursor.Of(before[^1].Deserialize<AlertRaised>(NewsWatchJson.Options)!).ToString();
        var connected = false;
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var reason = "the server ended it";
            try
            {
                await using var stream = await AlertStream.OpenAsync(api, topic, _cursor, clock, cancellationToken);
                connected = true;
                wait = FirstWait;
                // Without an alert yet, the moment of connecting is what a later connection resumes from.
                _cursor ??= stream.Opened;
                SayBack();
                await foreach (var (id, alert) in stream.ReadAsync(cancellationToken)) Take(id, alert, show);
            }
            catch (Exception e) when (connected && e is HttpRequestException or IOException or TimeoutException && !cancellationToken.IsCancellationRequested)
            {
                reason = e is ServerAwayException ? "no server answers" : e.Message.TrimEnd('.');
            }

            SayAway(reason);
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private void Take(string id, JsonElement alert, Action<JsonElement> show)
    {
        if (_shown.Add(IdOf(alert))) show(alert);
        _cursor = id;
    }

    private void SayAway(string reason)
    {
        if (_away is not null) return;
        _away = clock.GetUtcNow();
        say($"The connection to {api.Server.GetLeftPart(UriPartial.Authority)} is lost ({reason}); trying again until it is back.");
    }

    private void SayBack()
    {
        if (_away is not { } since) return;
        _away = null;
        say($"Connected again after {(clock.GetUtcNow() - since).TotalSeconds:0} s away; what came meanwhile follows.");
    }

    private static string IdOf(JsonElement alert) => alert.GetProperty("id").GetString()!;
}

/// <summary>Ids of the alerts shown lately: resuming may repeat a few.</summary>
internal sealed class ShownLately
{
    private const int Kept = 20_000;

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Whether it was not there yet.</summary>
    public bool Add(string id)
    {
        if (!_ids.Add(id)) return false;
        _order.Enqueue(id);
        if (_order.Count > Kept) _ids.Remove(_order.Dequeue());
        return true;
    }
}
