using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Watches.Texts;

/// <summary>Gathers spans and gives them in order of field and start, each once.</summary>
internal sealed class SpanList
{
    private readonly List<MatchSpan> _spans = [];

    public void Clear() => _spans.Clear();

    public void Add(MatchSpan span) => _spans.Add(span);

    public ReadOnlySpan<MatchSpan> InOrder()
    {
        var spans = CollectionsMarshal.AsSpan(_spans);
        spans.Sort(static (a, b) => (a.Field, a.Start, a.Length).CompareTo((b.Field, b.Start, b.Length)));
        var kept = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            if (kept == 0 || spans[i] != spans[kept - 1]) spans[kept++] = spans[i];
        }

        return spans[..kept];
    }
}
