using System.Runtime.InteropServices;
using NewsWatch.Matching.Phrases;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>The anchors found in a document, gathered by watch.</summary>
/// <param name="text">The document.</param>
/// <param name="words">The words it has.</param>
internal sealed class AnchorHits(DocumentText text, WordFilter words)
{
    private readonly List<ulong> _keys = [];
    private readonly List<Hit> _hits = [];
    private readonly PhraseHits _found = new();
    private WatchSlots _slots = WatchSlots.Empty;
    private TextStream? _stream;

    public void Begin(WatchSlots slots)
    {
        _slots = slots;
        _keys.Clear();
        _hits.Clear();
        _stream = null;
    }

    /// <summary>What comes next is found in this stream.</summary>
    public void At(TextStream stream) => _stream = stream;

    public void AddPhrases(PhraseIndex phrases)
    {
        phrases.Find(_stream!.Tokens, _found);
        foreach (ref readonly var hit in _found.Items) Add(hit.Id, hit.Position, hit.Tokens);
    }

    public void AddToken(int slot, int position) => Add(slot, position, 1);

    /// <summary>Adds a hit that has no place in a stream.</summary>
    public void AddValue(int slot) => Add(slot, default);

    /// <summary>Puts the hits of each watch side by side, in the order found.</summary>
    public ReadOnlySpan<ulong> BySlot()
    {
        var keys = CollectionsMarshal.AsSpan(_keys);
        keys.Sort();
        return keys;
    }

    public static int Slot(ulong key) => (int)(key >> 32);

    /// <summary>The hit that a key stands for.</summary>
    public Hit this[ulong key] => _hits[(int)(uint)key];

    // Most watches that an anchor points to lack another word: they end here, before anything more of them is touched.
    private void Add(int slot, int position, int tokens)
    {
        ref readonly var watch = ref _slots[slot];
        if (!FieldMask.Has(watch.Mask, _stream!.Field)) return;
        if (watch.Needed != 0 && !words.MayHave(watch.Needed, text, _slots.AllFields)) return;
        Add(slot, new(_stream, position, tokens));
    }

    private void Add(int slot, Hit hit)
    {
        _keys.Add(((ulong)slot << 32) | (uint)_hits.Count);
        _hits.Add(hit);
    }

    /// <param name="Stream">Where it was found; none for a value.</param>
    /// <param name="Position">Its first token.</param>
    /// <param name="Tokens">How many tokens it has.</param>
    public readonly record struct Hit(TextStream Stream, int Position, int Tokens);
}
