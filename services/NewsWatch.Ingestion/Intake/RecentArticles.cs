using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsWatch.Ingestion.Intake;

/// <summary>The articles taken in lately, oldest forgotten first. Holds a promise as soon as it is made: an article on its way to the broker is known.</summary>
internal sealed class RecentArticles(int capacity)
{
    private static readonly Task<bool> Done = Task.FromResult(true);

    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, Held> _held = [];
    private readonly Queue<UInt128> _order = new();

    public bool TryGet(UInt128 id, out KnownRevision known) => TryGet(id, out known, out _);

    /// <summary>What is known of an article, with the publish that this rests on: whether it succeeded. One question, since between two the publish may fail.</summary>
    /// <param name="id">The article.</param>
    /// <param name="known">What is known of it.</param>
    /// <param name="confirmed">The publish; one that succeeded where it is over, or where nothing is known.</param>
    public bool TryGet(UInt128 id, out KnownRevision known, out Task<bool> confirmed)
    {
        lock (_gate)
        {
            var isKnown = _held.TryGetValue(id, out var held);
            (known, confirmed) = (held.Known, isKnown ? held.Confirmed : Done);
            return isKnown;
        }
    }

    /// <summary>Remembers an article that <paramref name="confirmed"/> is publishing or has published.</summary>
    public void Remember(UInt128 id, KnownRevision known, Task<bool> confirmed)
    {
        lock (_gate)
        {
            ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(_held, id, out var isKnown);
            held = new(known, confirmed);
            if (isKnown) return;
            _order.Enqueue(id);

            // The order also holds what failed and was forgotten since; while the broker is away that must not grow without end.
            while (_held.Count > capacity || _order.Count > 2 * capacity) _held.Remove(_order.Dequeue());
        }
    }

    /// <summary>The publish ended; when it failed, what was known <paramref name="before"/> holds again.</summary>
    public void Settle(UInt128 id, KnownRevision known, Task<bool> confirmed, bool published, KnownRevision? before)
    {
        lock (_gate)
        {
            ref var held = ref CollectionsMarshal.GetValueRefOrNullRef(_held, id);
            if (Unsafe.IsNullRef(ref held)) return;
            if (held.Confirmed == confirmed) held = held with { Confirmed = Done };
            if (published || held.Known != known) return;
            if (before is { } older) held = held with { Known = older };
            else _held.Remove(id);
        }
    }

    /// <param name="Known">What is known of the article.</param>
    /// <param name="Confirmed">Whether the publish on which that rests succeeded.</param>
    private readonly record struct Held(KnownRevision Known, Task<bool> Confirmed);
}
