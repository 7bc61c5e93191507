using NewsWatch.Matching.Phrases;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>The anchors found in a document, gathered by watch.</summary>
/// <param name="text">The document.</param>
/// <param name="words">The words it has.</param>
internal sealed class AnchorHits(DocumentText text, WordFilter words)
{
    /// <summary>Stands for no hit.</summary>
    public const int None = -1;

    private const int NoStream = -1;

    private readonly PhraseHits _found = new();
    private readonly SlotGroups _groups = new();
    private AnchorHit[] _hits = [];
    private int _count;
    private WatchSlots _slots = WatchSlots.Empty;

    public void Begin(WatchSlots slots)
    {
        _slots = slots;
        _count = 0;
    }

    /// <summary>Adds what is found in one stream.</summary>
    public void AddPhrases(PhraseIndex phrases, int stream)
    {
        phrases.Find(text[stream].Tokens, _found);
        var field = text[stream].Field;
        var isPlain = FieldMask.Has(FieldMask.Default, field);
        foreach (ref readonly var hit in _found.Items)
        {
            if (PhraseId.IsPlain(hit.Id) ? isPlain : IsWorthwhile(PhraseId.Slot(hit.Id), field)) Add(new(stream, hit));
        }
    }

    /// <summary>Adds a hit that has no place in a stream.</summary>
    public void AddValue(int slot)
    {
        if (MayHaveWords(_slots[slot])) Add(new(NoStream, new PhraseHit(PhraseId.OfValue(slot), 0, 0, 0, 0)));
    }

    /// <summary>The watches that were hit, each once; what it gives is valid until the next document.</summary>
    public ReadOnlySpan<SlotGroup> BySlot() => _groups.Gather(_hits.AsSpan(0, _count));

    /// <summary>A hit; those of a watch are chained in the order found.</summary>
    public ref readonly AnchorHit this[int number] => ref _hits[number];

    // Most watches that an anchor points to lack another word: they end here, before anything more of them is touched.
    private bool IsWorthwhile(int slot, Field field)
    {
        ref readonly var watch = ref _slots[slot];
        return FieldMask.Has(watch.Mask, field) && MayHaveWords(watch);
    }

    private bool MayHaveWords(in WatchSlots.Slot watch) => words.MayHaveAll(watch.Needed, text, _slots.WordFields);

    private void Add(AnchorHit hit)
    {
        if (_count == _hits.Length) Array.Resize(ref _hits, Math.Max(64, _count * 2));
        _hits[_count++] = hit;
    }
}
