using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches.Anchors;
using NewsWatch.Matching.Watches.Conditions;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches;

/// <summary>An immutable, thread-safe set of watches compiled into one matcher.</summary>
/// <remarks>
/// For each watch a few anchors (phrases, beginnings of words, values) are chosen of which one stands in every document that it holds for; all anchors
/// are looked for at once, and only watches with an anchor in the document are evaluated.
/// </remarks>
public sealed class WatchSet
{
    private readonly WatchSlots _slots;
    private readonly AnchorIndex _index;

    private WatchSet(WatchSlots slots, AnchorIndex index) => (_slots, _index) = (slots, index);

    /// <summary>Matches nothing.</summary>
    public static WatchSet Empty { get; } = new(WatchSlots.Empty, AnchorIndex.Empty);

    /// <summary>How many watches it holds.</summary>
    public int Count => _slots.Count;

    /// <summary>Whether it holds a watch of that id.</summary>
    public bool Contains(string id) => _slots.Number(id) >= 0;

    /// <summary>Compiles a set of watches; ids must be distinct.</summary>
    /// <exception cref="ArgumentException">Two watches have one id.</exception>
    public static WatchSet Build(IEnumerable<KeyValuePair<string, WatchQuery>> watches)
    {
        ArgumentNullException.ThrowIfNull(watches);
        var list = watches.ToList();
        var set = Empty.With(list);
        if (set.Count != list.Count) throw new ArgumentException($"{list.Count - set.Count} ids occur twice.", nameof(watches));
        return set;
    }

    /// <summary>A set with <paramref name="changed"/> added or replaced and <paramref name="removed"/> gone; this one stays as it is.</summary>
    /// <remarks>Matching goes on meanwhile. An id that is not in the set is not removed; of two changes of one id the last counts.</remarks>
    public WatchSet With(IEnumerable<KeyValuePair<string, WatchQuery>> changed, IEnumerable<string>? removed = null)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var change = new WatchChange(_slots, changed, removed ?? []);
        return new(change.ApplyTo(_slots), change.ApplyTo(_index));
    }

    /// <summary>Calls <paramref name="onMatch"/> once for each watch that holds, with the spans that made it hold, ordered by field and start.</summary>
    /// <remarks>Allocates nothing where no watch holds. The span list is valid only during the call; it is never empty.</remarks>
    public void Match<TState>(Document document, TState state, WatchMatched<TState> onMatch)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(onMatch);
        var workspace = Workspace.Rent(document);
        try
        {
            _index.Find(workspace, _slots);
            foreach (ref readonly var hits in workspace.Hits.BySlot())
            {
                var spans = PhraseId.IsPlain(hits.Id) ? workspace.Found(hits) : Spans(workspace, hits);
                if (spans.Length > 0) onMatch(_slots.Id(PhraseId.Slot(hits.Id))!, spans, state);
            }
        }
        finally
        {
            workspace.Return();
        }
    }

    private ReadOnlySpan<MatchSpan> Spans(Workspace workspace, SlotGroup hits)
    {
        if (_slots[PhraseId.Slot(hits.Id)].Condition is not { } condition) return workspace.Found(hits);
        return condition is AnchoredPhrase phrase ? workspace.Found(hits, phrase) : workspace.Find(condition);
    }
}

/// <summary>Receives a watch that holds.</summary>
/// <param name="watchId">The watch.</param>
/// <param name="spans">Where; valid only during the call.</param>
/// <param name="state">What the caller gave.</param>
public delegate void WatchMatched<in TState>(string watchId, ReadOnlySpan<MatchSpan> spans, TState state);
