namespace NewsWatch.Storage.Articles;

/// <summary>A stretch of a text with places in it, cut between words.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Places">Start and end of each place, in the text.</param>
internal sealed record Passage(int Start, int End, List<(int Start, int End)> Places)
{
    private const int Before = 80;
    private const int After = 120;

    /// <summary>Longest search for a space to cut at; a text without spaces is cut where it must be.</summary>
    private const int Reach = 30;

    /// <summary>Passages around places that come in order; places close to each other share one.</summary>
    public static IEnumerable<Passage> Around(string text, IEnumerable<(int Start, int End)> places)
    {
        Passage? open = null;
        foreach (var place in places)
        {
            if (open is not null && place.Start < open.End)
            {
                open.Places.Add(place);
                if (place.End > open.End) open = open with { End = CutAfter(text, place.End) };
                continue;
            }

            if (open is not null) yield return open;
            open = new Passage(Math.Max(open?.End ?? 0, CutBefore(text, place.Start)), CutAfter(text, place.End), [place]);
        }

        if (open is not null) yield return open;
    }

    private static int CutBefore(string text, int place)
    {
        var cut = Math.Max(0, place - Before);
        if (cut == 0) return 0;
        for (var i = cut; i < Math.Min(place, cut + Reach); i++)
        {
            if (char.IsWhiteSpace(text[i])) return i + 1;
        }

        return char.IsLowSurrogate(text[cut]) ? cut + 1 : cut;
    }

    private static int CutAfter(string text, int place)
    {
        var cut = Math.Min(text.Length, place + After);
        if (cut == text.Length) return cut;
        for (var i = cut; i > Math.Max(place, cut - Reach); i--)
        {
            if (char.IsWhiteSpace(text[i])) return i;
        }

        return char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
    }
}
