using System.Runtime.InteropServices;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>The anchors found in a document, gathered by watch.</summary>
internal sealed class AnchorHits
{
    private readonly List<ulong> _keys = [];
    private readonly List<MatchSpan> _spans = [];
    private AnchorIndex _index = AnchorIndex.Empty;
    private TextStream? _stream;
    private int _field;

    public void Begin(AnchorIndex index)
    {
        _index = index;
        _keys.Clear();
        _spans.Clear();
    }

    public void At(TextStream stream) => (_stream, _field) = (stream, FieldMask.Of(stream.Field));

    /// <param name="entry">Of the phrase table.</param>
    /// <param name="start">Where it starts in the stream's text.</param>
    /// <param name="end">One past where it ends.</param>
    public void AddPhrase(int entry, int start, int end)
    {
        var postings = _index.PhrasePostings;
        if (!postings.Looks(entry, _field)) return;
        Add(postings.Slot(entry), new(_stream!.Field, _stream.Offset + start, end - start));
    }

    public void AddPrefix(int entry)
    {
        if (_index.PrefixPostings.Looks(entry, _field)) Add(_index.PrefixPostings.Slot(entry), default);
    }

    public void AddValue(int entry) => Add(_index.ValuePostings.Slot(entry), default);

    /// <summary>Puts the hits of each watch side by side, in the order found.</summary>
    public ReadOnlySpan<ulong> BySlot()
    {
        var keys = CollectionsMarshal.AsSpan(_keys);
        keys.Sort();
        return keys;
    }

    public static int Slot(ulong key) => (int)(key >> 32);

    public MatchSpan Span(ulong key) => _spans[(int)(uint)key];

    private void Add(int slot, MatchSpan span)
    {
        _keys.Add(((ulong)slot << 32) | (uint)_spans.Count);
        _spans.Add(span);
    }
}
