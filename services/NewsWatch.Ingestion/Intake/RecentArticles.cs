namespace NewsWatch.Ingestion.Intake;

/// <summary>The articles taken in lately, oldest forgotten first. Holds a promise as soon as it is made: an article on its way to the broker is known.</summary>
internal sealed class RecentArticles(int capacity)
{
    private static readonly Task<bool> Done = Task.FromResult(true);

    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, KnownRevision> _known = [];
    private readonly Dictionary<UInt128, Task<bool>> _publishing = [];
    private readonly Queue<UInt128> _order = new();

    public bool TryGet(UInt128 id, out KnownRevision known)
    {
        lock (_gate) return _known.TryGetValue(id, out known);
    }

    public void Remember(UInt128 id, KnownRevision known)
    {
        lock (_gate)
        {
            if (!_known.TryAdd(id, known))
            {
                _known[id] = known;
                return;
            }

            _order.Enqueue(id);
            // The order also holds what failed and was forgotten since; while the broker is away that must not grow without end.
            while (_known.Count > capacity || _order.Count > 2 * capacity) _known.Remove(_order.Dequeue());
        }
    }

    /// <summary>Remembers an article that <paramref name="confirmed"/> is publishing.</summary>
    public void Remember(UInt128 id, KnownRevision known, Task<bool> confirmed)
    {
        Remember(id, known);
        lock (_gate) _publishing[id] = confirmed;
    }

    /// <summary>What is known of an article, with the publish that this rests on: whether it succeeded. One question, since between two the publish may fail.</summary>
    public bool TryGet(UInt128 id, out KnownRevision known, out Task<bool> confirmed)
    {
        lock (_gate)
        {
            confirmed = _publishing.GetValueOrDefault(id, Done);
            return _known.TryGetValue(id, out known);
        }
    }

    /// <summary>The publish ended; when it failed, what was known <paramref name="before"/> holds again.</summary>
    public void Settle(UInt128 id, KnownRevision known, Task<bool> confirmed, bool published, KnownRevision? before)
    {
        lock (_gate)
        {
            if (_publishing.TryGetValue(id, out var current) && current == confirmed) _publishing.Remove(id);
            if (published || !_known.TryGetValue(id, out var held) || held != known) return;
            if (before is { } older) _known[id] = older;
            else _known.Remove(id);
        }
    }
}
