using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsWatch.Formats.Feeds;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Strings that break things: each becomes an article with its letters whole, or is refused with a reason.</summary>
public static class NaughtyMarks
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As pushed title, summary and body, and as a feed's item.</summary>
    public static Mark Strings()
    {
        var counter = new MarkCounter();
        var factory = new ArticleFactory(TimeProvider.System);
        using var list = JsonDocument.Parse(File.ReadAllBytes(DataFolder.Path("sec-naughty-strings", "blns.json")));
        foreach (var text in list.RootElement.EnumerateArray().Select(e => e.GetString()!))
        {
            counter.Count(Survives(factory.Create(new ArticleDraft { Title = text, Summary = text, Body = text, Source = text, Author = [text], Tag = [text] }), text), () => $"pushed: {text}");
            var feed = FeedParser.Parse(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { version = "https://jsonfeed.org/version/1.1", title = text, items = new[] { new { id = text, title = "T", content_text = text } } }, Plain)));
            counter.Count(Survives(factory.Create(new ArticleDraft { Title = "T", Body = feed.Items[0].Body }), text), () => $"in a feed: {text} -> {feed.Items[0].Body}");
        }

        return counter.ToMark("naughty strings whole or refused", "sec-naughty-strings", 1.0);
    }

    // Control characters that a browser would read as Windows-1252 may come out as that reads them; nothing is lost where there is no letter.
    private static bool Survives(ArticleOrProblem created, string text) => created.Article is { } article ? Letters(text) is "" || Letters(article.Body) == Letters(text) : created.Problem!.Length > 0;

    private static string Letters(string text) => string.Concat(text.Normalize().EnumerateRunes().Where(Rune.IsLetterOrDigit));
}
