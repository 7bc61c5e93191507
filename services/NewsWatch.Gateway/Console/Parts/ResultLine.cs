using NewsWatch.Gateway.Articles;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Console.Parts;

/// <summary>A found article as a list shows it: the title, and the passages in which the query holds, or else the summary.</summary>
public sealed record ResultLine(SearchItem Item, IReadOnlyList<Piece> Title, IReadOnlyList<IReadOnlyList<Piece>> Passages)
{
    private const int MostPassages = 2;
    private const int LongestSummary = 280;

    private const string SentenceEnds = ".!?…。！？»”’\"')";

    public static ResultLine Of(SearchItem item)
    {
        var title = item.Highlights.FirstOrDefault(h => h.Field == "title");
        var passages = item.Highlights.Where(h => h.Field != "title").DistinctBy(h => h.Text).Take(MostPassages).Select(PassageOf).ToList();
        if (passages.Count == 0 && item.Summary.Length > 0) passages.Add([new Piece(item.Summary.Length > LongestSummary ? PrintableText.Cut(item.Summary, LongestSummary) + " …" : item.Summary, false)]);
        return new ResultLine(item, title is null ? [new Piece(item.Title, false)] : MarkedText.Cut(title.Text, title.Spans.Select(s => (s[0], s[1]))), passages);
    }

    // A passage is cut between words: where it begins or ends within a sentence, that is shown.
    private static IReadOnlyList<Piece> PassageOf(Highlight passage)
    {
        var pieces = MarkedText.Cut(passage.Text, passage.Spans.Select(s => (s[0], s[1])));
        var text = passage.Text.AsSpan().Trim();
        var begins = passage.Offset == 0 || text.IsEmpty || char.IsUpper(text[0]);
        var ends = text.IsEmpty || SentenceEnds.Contains(text[^1], StringComparison.Ordinal);
        return [.. begins ? Array.Empty<Piece>() : [new Piece("… ", false)], .. pieces, .. ends ? Array.Empty<Piece>() : [new Piece(" …", false)]];
    }
}
