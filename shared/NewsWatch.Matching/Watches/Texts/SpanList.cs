namespace NewsWatch.Matching.Watches.Texts;

/// <summary>Gathers spans and gives them in order of field and start, each once.</summary>
internal sealed class SpanList
{
    private MatchSpan[] _spans = [];
    private int _count;
    private bool _isOrdered = true;

    public void Clear()
    {
        _count = 0;
        _isOrdered = true;
    }

    public void Add(MatchSpan span)
    {
        if (_count == _spans.Length) Array.Resize(ref _spans, Math.Max(16, _count * 2));
        if (_count > 0 && Compare(_spans[_count - 1], span) >= 0) _isOrdered = false;
        _spans[_count++] = span;
    }

    public ReadOnlySpan<MatchSpan> InOrder()
    {
        var spans = _spans.AsSpan(0, _count);
        if (_isOrdered) return spans;
        spans.Sort(Compare);
        var kept = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            if (kept == 0 || spans[i] != spans[kept - 1]) spans[kept++] = spans[i];
        }

        return spans[..kept];
    }

    private static int Compare(MatchSpan a, MatchSpan b)
    {
        if (a.Field != b.Field) return a.Field.CompareTo(b.Field);
        return a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Length.CompareTo(b.Length);
    }
}
