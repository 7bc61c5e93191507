using NewsWatch.Matching.Watches.Anchors;
using NewsWatch.Matching.Watches.Conditions;
using NewsWatch.Matching.Watches.Places;

namespace NewsWatch.Matching.Watches.Texts;

/// <summary>All that matching one document needs to remember, reused from document to document so that matching allocates nothing. One a thread.</summary>
internal sealed class Workspace
{
    [ThreadStatic]
    private static Workspace? _spare;

    private readonly Stack<PlaceList> _lists = new();
    private readonly Stack<NearSearch> _searches = new();
    private MatchSpan _place;

    private Workspace() => Hits = new(Text, Words);

    public DocumentText Text { get; } = new();

    public SpanList Spans { get; } = new();

    public AnchorHits Hits { get; }

    public WordFilter Words { get; } = new();

    public SlopSearch Slop { get; } = new();

    public PlaceParts Parts { get; } = new();

    /// <summary>Takes this thread's workspace; a match inside a match callback gets another.</summary>
    public static Workspace Rent(Document document)
    {
        var workspace = _spare ?? new Workspace();
        _spare = null;
        workspace.Text.Set(document);
        workspace.Words.Forget();
        return workspace;
    }

    public void Return() => _spare = this;

    /// <summary>Where the condition holds, in order; none when it does not.</summary>
    public ReadOnlySpan<MatchSpan> Find(Condition condition)
    {
        var whole = new Passage(this);
        Spans.Clear();
        Parts.Clear();
        if (condition.Holds(whole)) condition.AddSpans(whole, Spans);
        return Spans.InOrder();
    }

    /// <summary>Where anchors that decide were found, in order.</summary>
    public ReadOnlySpan<MatchSpan> Found(SlotGroup hits)
    {
        // Most watches that hold do so at one place.
        if (hits.First == hits.Last)
        {
            _place = Hits.Place(hits.First);
            return new(in _place);
        }

        Spans.Clear();
        for (var hit = hits.First; hit != SlotGroups.None; hit = Hits.After(hit)) Spans.Add(Hits.Place(hit));
        return Spans.InOrder();
    }

    /// <summary>Where a phrase stands around its anchors, in order.</summary>
    public ReadOnlySpan<MatchSpan> Found(SlotGroup hits, AnchoredPhrase phrase)
    {
        Spans.Clear();
        for (var hit = hits.First; hit != SlotGroups.None; hit = Hits.After(hit))
        {
            var (stream, anchor) = (Hits.Stream(hit), Hits[hit].Position);
            if (phrase.StandsAround(stream, anchor)) Spans.Add(phrase.Span(stream, anchor));
        }

        return Spans.InOrder();
    }

    public PlaceList RentList() => _lists.TryPop(out var list) ? list : new();

    public void Return(PlaceList list)
    {
        list.Clear();
        _lists.Push(list);
    }

    public NearSearch RentSearch() => _searches.TryPop(out var search) ? search : new();

    public void Return(NearSearch search) => _searches.Push(search);
}
