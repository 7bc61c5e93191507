using System.Threading.Channels;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Live;

/// <summary>Somebody who listens to <see cref="LiveAlerts"/>; dispose it to stop listening.</summary>
internal sealed class LiveListener(IReadOnlyList<AlertRaised> ring, DateTimeOffset wholeSince, Action<LiveListener> forget) : IDisposable
{
    /// <summary>A listener that lags this far behind is sent away; it comes back with its last id and misses nothing.</summary>
    private const int MostUnread = 5_000;

    private readonly Channel<AlertRaised> _unread = Channel.CreateBounded<AlertRaised>(new BoundedChannelOptions(MostUnread) { SingleReader = true });

    /// <summary>What had arrived before, in order of arrival.</summary>
    public IReadOnlyList<AlertRaised> Ring => ring;

    /// <summary>What arrives from now on; ends when the listener lags too far behind, or this instance may have missed something.</summary>
    public ChannelReader<AlertRaised> Alerts => _unread.Reader;

    /// <summary>Where this instance was when it began to miss what others heard, if it ended for that: who listens anew catches up from there.</summary>
    public AlertCursor? InterruptedSince { get; private set; }

    /// <summary>
    /// What arrived after the alert of <paramref name="cursor"/>; <see langword="null"/> when that is not in the ring, or was raised before this instance
    /// heard of alerts: the broker may have brought it once more.
    /// </summary>
    public IReadOnlyList<AlertRaised>? After(AlertCursor cursor)
    {
        if (cursor.Raised < wholeSince) return null;
        for (var i = ring.Count - 1; i >= 0; i--)
        {
            if (ring[i].Id == cursor.Id) return [.. ring.Skip(i + 1)];
        }

        return null;
    }

    /// <summary>Gives it an alert.</summary>
    public void Take(AlertRaised alert)
    {
        if (!_unread.Writer.TryWrite(alert)) _unread.Writer.TryComplete();
    }

    /// <summary>Ends it, as something may have been missed since.</summary>
    public void Interrupt(AlertCursor since)
    {
        InterruptedSince = since;
        _unread.Writer.TryComplete();
    }

    public void Dispose()
    {
        forget(this);
        _unread.Writer.TryComplete();
    }
}
