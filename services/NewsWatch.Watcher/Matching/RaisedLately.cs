namespace NewsWatch.Watcher.Matching;

/// <summary>Ids of the alerts raised lately: a message that is delivered again raises nothing twice.</summary>
internal sealed class RaisedLately
{
    private const int Capacity = 100_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public bool Contains(string id)
    {
        lock (_gate) return _ids.Contains(id);
    }

    /// <summary>Called when the broker has confirmed, so that a failed publish is not taken for a raised alert.</summary>
    public void Add(string id)
    {
        lock (_gate)
        {
            if (!_ids.Add(id)) return;
            _order.Enqueue(id);
            if (_order.Count > Capacity) _ids.Remove(_order.Dequeue());
        }
    }
}
