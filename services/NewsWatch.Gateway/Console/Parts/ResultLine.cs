using NewsWatch.Gateway.Articles;

namespace NewsWatch.Gateway.Console.Parts;

/// <summary>A found article as a list shows it: the title, and the passages in which the query holds, or else the summary.</summary>
public sealed record ResultLine(SearchItem Item, IReadOnlyList<Piece> Title, IReadOnlyList<IReadOnlyList<Piece>> Passages)
{
    private const int MostPassages = 2;
    private const int LongestSummary = 280;

    public static ResultLine Of(SearchItem item)
    {
        var title = item.Highlights.FirstOrDefault(h => h.Field == "title");
        var passages = item.Highlights.Where(h => h.Field != "title").DistinctBy(h => h.Text).Take(MostPassages).Select(h => MarkedText.Cut(h.Text, h.Spans.Select(s => (s[0], s[1])))).ToList();
        if (passages.Count == 0 && item.Summary.Length > 0) passages.Add([new Piece(item.Summary.Length > LongestSummary ? PrintableText.Cut(item.Summary, LongestSummary) + " …" : item.Summary, false)]);
        return new ResultLine(item, title is null ? [new Piece(item.Title, false)] : MarkedText.Cut(title.Text, title.Spans.Select(s => (s[0], s[1]))), passages);
    }
}
