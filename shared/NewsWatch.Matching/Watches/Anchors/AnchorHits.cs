using System.Runtime.InteropServices;
using NewsWatch.Matching.Phrases;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>The anchors found in a document, gathered by watch.</summary>
internal sealed class AnchorHits
{
    private readonly List<ulong> _keys = [];
    private readonly List<MatchSpan> _spans = [];
    private readonly PhraseHits _found = new();
    private WatchSlots _slots = WatchSlots.Empty;
    private TextStream? _stream;

    public void Begin(WatchSlots slots)
    {
        _slots = slots;
        _keys.Clear();
        _spans.Clear();
        _stream = null;
    }

    /// <summary>What comes next is found in this stream.</summary>
    public void At(TextStream stream) => _stream = stream;

    public void AddPhrases(PhraseIndex phrases)
    {
        phrases.Find(_stream!.Tokens, _found);
        foreach (ref readonly var hit in _found.Items)
        {
            if (Looks(hit.Id)) Add(hit.Id, new(_stream.Field, _stream.Offset + hit.Start, hit.End - hit.Start));
        }
    }

    public void AddToken(int slot, int position)
    {
        if (Looks(slot)) Add(slot, _stream!.Span(position, position + 1));
    }

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

    public MatchSpan Span(ulong key) => _spans[(int)(uint)key];

    private bool Looks(int slot) => FieldMask.Has(_slots.Mask(slot), _stream!.Field);

    private void Add(int slot, MatchSpan span)
    {
        _keys.Add(((ulong)slot << 32) | (uint)_spans.Count);
        _spans.Add(span);
    }
}
