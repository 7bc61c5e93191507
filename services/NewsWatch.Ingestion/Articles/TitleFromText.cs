using NewsWatch.Contracts;
using NewsWatch.Formats.Text;
using NewsWatch.Matching.Analysis.Sentences;

namespace NewsWatch.Ingestion.Articles;

/// <summary>A title for a text that has none.</summary>
public static class TitleFromText
{
    /// <summary>The first sentence, cut at a word where it is too long for a title.</summary>
    public static string FirstSentence(string body)
    {
        if (body.Length == 0) return "";
        var (start, length) = SentenceFinder.Around(body, 0, 0);
        var sentence = PlainText.Line(body.Substring(start, length));
        if (sentence.Length <= ArticleLimits.Title) return sentence;
        var cut = sentence.LastIndexOf(' ', ArticleLimits.Title - 2);
        if (cut < ArticleLimits.Title / 2) cut = ArticleLimits.Title - 2;
        return string.Concat(PlainText.Cut(sentence, cut), "…");
    }
}
