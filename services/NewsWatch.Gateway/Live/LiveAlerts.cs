using System.Threading.Channels;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Live;

/// <summary>The alerts as they arrive at this instance: a ring of the latest, and everyone who listens.</summary>
internal sealed class LiveAlerts
{
    /// <summary>Enough for a listener that was away for minutes in a storm of alerts.</summary>
    private const int Kept = 10_000;

    /// <summary>A listener that lags this far behind is sent away; it comes back with its last id and misses nothing.</summary>
    private const int MostUnread = 5_000;

    private readonly Lock _gate = new();
    private readonly Queue<AlertRaised> _ring = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<Channel<AlertRaised>> _listeners = [];

    /// <summary>Takes an alert in; one that is in the ring already is dropped.</summary>
    public void Add(AlertRaised alert)
    {
        lock (_gate)
        {
            if (!_ids.Add(alert.Id)) return;
            _ring.Enqueue(alert);
            if (_ring.Count > Kept) _ids.Remove(_ring.Dequeue().Id);
            foreach (var listener in _listeners)
            {
                if (!listener.Writer.TryWrite(alert)) listener.Writer.TryComplete();
            }
        }
    }

    /// <summary>Listens from now on; what is in the ring at this moment comes with it, so that nothing falls between.</summary>
    public LiveListener Listen()
    {
        var channel = Channel.CreateBounded<AlertRaised>(new BoundedChannelOptions(MostUnread) { SingleReader = true });
        lock (_gate)
        {
            _listeners.Add(channel);
            return new LiveListener([.. _ring], channel.Reader, () => Forget(channel));
        }
    }

    private void Forget(Channel<AlertRaised> channel)
    {
        lock (_gate) _listeners.Remove(channel);
        channel.Writer.TryComplete();
    }
}

/// <summary>A listener; dispose it to stop listening.</summary>
internal sealed class LiveListener(IReadOnlyList<AlertRaised> ring, ChannelReader<AlertRaised> alerts, Action forget) : IDisposable
{
    /// <summary>What had arrived before, in order of arrival.</summary>
    public IReadOnlyList<AlertRaised> Ring => ring;

    /// <summary>What arrives from now on; ends when the listener lags too far behind.</summary>
    public ChannelReader<AlertRaised> Alerts => alerts;

    /// <summary>What arrived after the alert of <paramref name="cursor"/>; <see langword="null"/> when that is not in the ring.</summary>
    public IReadOnlyList<AlertRaised>? After(AlertCursor cursor)
    {
        for (var i = ring.Count - 1; i >= 0; i--)
        {
            if (ring[i].Id == cursor.Id) return [.. ring.Skip(i + 1)];
        }

        return null;
    }

    public void Dispose() => forget();
}
