using NewsWatch.Contracts;
using NewsWatch.Matching;

namespace NewsWatch.Storage.Articles;

/// <summary>Shows where a query holds, with exact offsets; the same for every store because the matcher finds the places.</summary>
internal static class Highlighter
{
    private const int MostPassages = 3;

    /// <summary>The title whole, summary and body in passages.</summary>
    public static IReadOnlyList<Highlight> Of(Article article, QueryMatcher? matcher)
    {
        if (matcher is null) return [];
        var highlights = new List<Highlight>();
        foreach (var places in matcher.Places(article).GroupBy(p => p.Field))
        {
            if (places.Key == Field.Title) highlights.Add(Whole(article.Title, places));
            if (places.Key == Field.Summary) highlights.AddRange(Passages("summary", article.Summary, places));
            if (places.Key == Field.Body) highlights.AddRange(Passages("body", article.Body, places));
        }

        return highlights;
    }

    private static Highlight Whole(string title, IEnumerable<MatchSpan> places) => new("title", title, [.. places.Select(p => new[] { p.Start, p.Length })], 0);

    private static IEnumerable<Highlight> Passages(string field, string text, IEnumerable<MatchSpan> places) =>
        Passage.Around(text, places.Select(p => (p.Start, p.Start + p.Length))).Take(MostPassages).Select(passage => new Highlight(
            field, text[passage.Start..passage.End], [.. passage.Places.Select(p => new[] { p.Start - passage.Start, p.End - p.Start })], passage.Start));
}
