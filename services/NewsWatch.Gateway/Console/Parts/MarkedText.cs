namespace NewsWatch.Gateway.Console.Parts;

/// <summary>A piece of text that is marked as a whole or not at all.</summary>
public readonly record struct Piece(string Text, bool IsMarked);

/// <summary>Cuts a text at the ends of its marked places.</summary>
internal static class MarkedText
{
    /// <summary>The pieces of <paramref name="text"/>; places may overlap, come in any order, or lie outside.</summary>
    public static IReadOnlyList<Piece> Cut(string text, IEnumerable<(int Start, int Length)> places)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var (start, length) in places.OrderBy(p => p.Start))
        {
            var (from, to) = (Math.Max(at, start), Math.Min(text.Length, start + length));
            if (from >= to) continue;
            if (from > at) pieces.Add(new Piece(text[at..from], false));
            pieces.Add(new Piece(text[from..to], true));
            at = to;
        }

        if (at < text.Length) pieces.Add(new Piece(text[at..], false));
        return pieces;
    }
}
