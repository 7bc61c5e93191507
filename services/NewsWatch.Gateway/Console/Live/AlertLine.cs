using NewsWatch.Contracts;
using NewsWatch.Gateway.Console.Parts;

namespace NewsWatch.Gateway.Console.Live;

/// <summary>An alert as a list shows it: the title, and the first sentence outside it in which the watch held.</summary>
public sealed record AlertLine(AlertRaised Alert, IReadOnlyList<Piece> Title, IReadOnlyList<Piece> Sentence)
{
    /// <summary>A text without sentences must not fill the page.</summary>
    private const int LongestSentence = 400;

    private const int BeforeMatch = 120;

    /// <summary>What is read out when it comes in.</summary>
    public string Spoken => $"{Alert.Watch.Name}: {PrintableText.Cut(Alert.Article.Title, 200)}";

    public static AlertLine Of(AlertRaised alert)
    {
        var title = MarkedText.Cut(alert.Article.Title, alert.Matches.Where(m => m.Field == "title").Select(m => (m.Start, m.Length)));
        return new AlertLine(alert, title, SentenceOf(alert));
    }

    private static IReadOnlyList<Piece> SentenceOf(AlertRaised alert)
    {
        var outside = alert.Matches.Where(m => m.Field is "body" or "summary").ToList();
        if (outside.Count == 0) return Short(alert.Article.Summary, []);
        // Many a text begins with its own title, which stands above already.
        var first = outside.Find(m => m.Sentence.Trim() != alert.Article.Title.Trim()) ?? outside[0];
        var places = alert.Matches.Where(m => m.Field == first.Field && m.SentenceStart == first.SentenceStart).Select(m => (m.Start - m.SentenceStart, m.Length));
        return Short(first.Sentence, [.. places]);
    }

    private static IReadOnlyList<Piece> Short(string sentence, IReadOnlyList<(int Start, int Length)> places)
    {
        if (sentence.Length <= LongestSentence) return MarkedText.Cut(sentence, places);
        var first = places.Count == 0 ? 0 : places[0].Start;
        var from = Math.Min(Math.Max(0, first - BeforeMatch), sentence.Length - LongestSentence);
        if (from > 0 && char.IsLowSurrogate(sentence[from])) from++;
        var text = PrintableText.Cut(sentence[from..], LongestSentence);
        var pieces = MarkedText.Cut(text, places.Select(p => (p.Start - from, p.Length)));
        return [.. from > 0 ? [new Piece("… ", false)] : Array.Empty<Piece>(), .. pieces, .. from + text.Length < sentence.Length ? [new Piece(" …", false)] : Array.Empty<Piece>()];
    }
}
