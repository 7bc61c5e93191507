using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;

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
    private readonly TimeProvider _clock;
    private AlertCursor _last;

    // From when on the ring has all there was.
    private DateTimeOffset _wholeSince;

    // What was heard last before the queue was gone; until it is there again.
    private AlertCursor? _lost;

    public LiveAlerts(TimeProvider clock)
    {
        _clock = clock;
        _wholeSince = clock.GetUtcNow();
        _last = new AlertCursor(_wholeSince, "");
        _lost = _last;
    }

    /// <summary>Takes an alert in; one that is in the ring already is dropped.</summary>
    public void Add(AlertRaised alert)
    {
        lock (_gate)
        {
            if (!_ids.Add(alert.Id)) return;
            _last = AlertCursor.Of(alert);
            _ring.Enqueue(alert);
            if (_ring.Count > Kept) _ids.Remove(_ring.Dequeue().Id);
            foreach (var listener in _listeners) listener.Take(alert);
        }
    }

    /// <summary>Takes note that this instance hears nothing from now on.</summary>
    public void Lose()
    {
        lock (_gate) _lost ??= _last;
    }

    /// <summary>Begins anew, as this instance hears of alerts again, and may have some already: nobody may take the ring for all there was.</summary>
    public void Regain()
    {
        lock (_gate)
        {
            var since = _lost ?? _last;
            _lost = null;
            _wholeSince = _clock.GetUtcNow();
            _ring.Clear();
            _ids.Clear();
            foreach (var listener in _listeners) listener.Interrupt(since);
        }
    }

    /// <summary>Listens from now on; what is in the ring at this moment comes with it, so that nothing falls between.</summary>
    public LiveListener Listen()
    {
        lock (_gate)
        {
            var listener = new LiveListener([.. _ring], _wholeSince, Forget);
            _listeners.Add(listener);
            return listener;
        }
    }

    private void Forget(LiveListener listener)
    {
        lock (_gate) _listeners.Remove(listener);
    }
}
