namespace NewsWatch.Gateway.Console.Articles;

/// <summary>A piece of an article's text with the watches that hold there, by their places in the list of watches; none for unmarked text.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Watches">Which watches.</param>
/// <param name="Number">The number of the mark, from 1, in the whole article; 0 for unmarked text.</param>
public sealed record PlacedPiece(string Text, IReadOnlyList<int> Watches, int Number);

/// <summary>Marks the places of several watches in one text. Places that overlap become one mark that names all its watches.</summary>
internal sealed class MarkedPlaces
{
    /// <summary>How many marks were numbered so far.</summary>
    public int Count { get; private set; }

    /// <summary>The text in paragraphs, each in pieces.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedPiece>> Paragraphs(string text, IReadOnlyList<(int Start, int Length, int Watch)> places)
    {
        var marks = Merge(text, places);
        var paragraphs = new List<IReadOnlyList<PlacedPiece>>();
        foreach (var (start, end) in ParagraphsOf(text)) paragraphs.Add(Pieces(text, start, end, marks));
        return paragraphs;
    }

    private static List<Mark> Merge(string text, IReadOnlyList<(int Start, int Length, int Watch)> places)
    {
        var marks = new List<Mark>();
        foreach (var (start, length, watch) in places.OrderBy(p => p.Start).ThenByDescending(p => p.Length))
        {
            var end = Math.Min(text.Length, start + length);
            if (start < 0 || start >= end) continue;
            if (marks.Count > 0 && start < marks[^1].End)
            {
                marks[^1].End = Math.Max(marks[^1].End, end);
                if (!marks[^1].Watches.Contains(watch)) marks[^1].Watches.Add(watch);
                continue;
            }

            marks.Add(new Mark(start, end, [watch]));
        }

        return marks;
    }

    private static IEnumerable<(int Start, int End)> ParagraphsOf(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            if (end > start) yield return (start, end);
            start = end + 2;
        }
    }

    private List<PlacedPiece> Pieces(string text, int start, int end, List<Mark> marks)
    {
        var pieces = new List<PlacedPiece>();
        var at = start;
        foreach (var mark in marks)
        {
            var (from, to) = (Math.Max(at, mark.Start), Math.Min(end, mark.End));
            if (from >= to) continue;
            if (from > at) pieces.Add(new PlacedPiece(text[at..from], [], 0));
            // A mark that runs over the end of a paragraph goes on in the next one under its own number.
            if (mark.Number == 0) mark.Number = ++Count;
            pieces.Add(new PlacedPiece(text[from..to], mark.Watches, mark.Start >= start ? mark.Number : 0));
            at = to;
        }

        if (at < end) pieces.Add(new PlacedPiece(text[at..end], [], 0));
        return pieces;
    }

    private sealed class Mark(int start, int end, List<int> watches)
    {
        public int Start { get; } = start;

        public int End { get; set; } = end;

        public List<int> Watches { get; } = watches;

        public int Number { get; set; }
    }
}
