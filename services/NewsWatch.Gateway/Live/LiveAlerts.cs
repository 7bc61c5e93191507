using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Live;

/// <summary>The alerts as they arrive at this instance: a ring of the latest, and everyone who listens.</summary>
internal sealed class LiveAlerts
{
    /// <summary>Enough for a listener that was away for minutes in a storm of alerts.</summary>
    private const int Kept = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<AlertRaised> _ring = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<LiveListener> _listeners = [];

    /// <summary>Takes an alert in; one that is in the ring already is dropped.</summary>
    public void Add(AlertRaised alert)
    {
        lock (_gate)
        {
            if (!_ids.Add(alert.Id)) return;
            _ring.Enqueue(alert);
            if (_ring.Count > Kept) _ids.Remove(_ring.Dequeue().Id);
            foreach (var listener in _listeners) listener.Take(alert);
        }
    }

    /// <summary>Begins anew, as this instance did not hear of alerts for a while: nobody may take the ring for all there was.</summary>
    public void Interrupt()
    {
        lock (_gate)
        {
            _ring.Clear();
            _ids.Clear();
            foreach (var listener in _listeners) listener.Interrupt();
        }
    }

    /// <summary>Listens from now on; what is in the ring at this moment comes with it, so that nothing falls between.</summary>
    public LiveListener Listen()
    {
        lock (_gate)
        {
            var listener = new LiveListener([.. _ring], Forget);
            _listeners.Add(listener);
            return listener;
        }
    }

    private void Forget(LiveListener listener)
    {
        lock (_gate) _listeners.Remove(listener);
    }
}
