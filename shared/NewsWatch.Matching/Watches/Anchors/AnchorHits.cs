using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>The anchors found in a document, gathered by watch.</summary>
/// <param name="text">The document.</param>
/// <param name="words">The words it has.</param>
internal sealed class AnchorHits(DocumentText text, WordFilter words)
{
    private readonly PhraseHits _found = new();
    private readonly SlotGroups _groups = new();

    // For each stream that was searched its number and one past the number of its last hit.
    private readonly List<(int Stream, int End)> _searched = [];
    private int _values;

    // The stream that was searched, where it is the only one.
    private TextStream? _only;
    private WatchSlots _slots = WatchSlots.Empty;

    public void Begin(WatchSlots slots)
    {
        _slots = slots;
        _found.Clear();
        _searched.Clear();
        _values = 0;
        _only = null;
    }

    /// <summary>Adds a hit that has no place in a stream; to be called before <see cref="AddPhrases"/>.</summary>
    public void AddValue(int slot)
    {
        if (!MayHaveWords(_slots[slot])) return;
        _found.Add(new PhraseHit(PhraseId.OfValue(slot), 0, 0, 0, 0));
        _values++;
    }

    /// <summary>Adds what is found in one stream.</summary>
    public void AddPhrases(PhraseIndex phrases, int stream)
    {
        phrases.FindMore(text[stream].Tokens, _found);
        _searched.Add((stream, _found.Items.Length));
        _only = _searched.Count == 1 ? text[stream] : null;
    }

    /// <summary>The watches that were hit and may hold, each once; what it gives is valid until the next document.</summary>
    public ReadOnlySpan<SlotGroup> BySlot()
    {
        var hits = _found.Items;
        _groups.Begin(hits.Length);
        for (var number = 0; number < _values; number++) _groups.Add(hits[number].Id, number);
        var next = _values;
        foreach (var (stream, end) in _searched)
        {
            AddStream(hits[..end], next, text[stream]);
            next = end;
        }

        return _groups.Items;
    }

    /// <summary>A hit that <see cref="AddPhrases"/> found, by its number in a <see cref="SlotGroup"/>.</summary>
    public ref readonly PhraseHit this[int number] => ref _found.Items[number];

    /// <summary>The number of the next hit of the same watch, or <see cref="SlotGroups.None"/>.</summary>
    public int After(int number) => _groups.After(number);

    /// <summary>The stream that a hit was found in.</summary>
    public TextStream Stream(int number) => _only ?? OneOfMany(number);

    /// <summary>The place of a hit in the text of its field.</summary>
    public MatchSpan Place(int number)
    {
        var stream = Stream(number);
        ref readonly var hit = ref this[number];
        return new(stream.Field, stream.Offset + hit.Start, hit.End - hit.Start);
    }

    private TextStream OneOfMany(int number)
    {
        var searched = 0;
        while (_searched[searched].End <= number) searched++;
        return text[_searched[searched].Stream];
    }

    private void AddStream(ReadOnlySpan<PhraseHit> hits, int first, TextStream stream)
    {
        var isPlain = FieldMask.Has(FieldMask.Default, stream.Field);
        var tokens = stream.Tokens;

        // Of very many watches hardly one is in a cache.
        foreach (ref readonly var hit in hits[first..])
        {
            if (!PhraseId.IsPlain(hit.Id)) _slots.Prefetch(PhraseId.Slot(hit.Id));
        }

        for (var number = first; number < hits.Length; number++)
        {
            ref readonly var hit = ref hits[number];
            if (!(PhraseId.IsPlain(hit.Id) ? isPlain : IsWorthwhile(hit, stream.Field, tokens))) continue;
            if (_groups.Add(hit.Id, number)) _slots.PrefetchId(PhraseId.Slot(hit.Id));
        }
    }

    // Most watches that an anchor points to lack another word: they end here, before anything more of them is touched.
    private bool IsWorthwhile(in PhraseHit hit, Field field, TokenBuffer tokens)
    {
        ref readonly var watch = ref _slots[PhraseId.Slot(hit.Id)];
        return FieldMask.Has(watch.Mask, field) && watch.Beside.MayStand(tokens, hit.Position) && MayHaveWords(watch);
    }

    private bool MayHaveWords(in WatchSlots.Slot watch) => words.MayHaveAll(watch.Needed, text, _slots.WordFields);
}
