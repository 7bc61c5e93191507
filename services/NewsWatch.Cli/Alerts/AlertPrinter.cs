using System.Globalization;
using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using Spectre.Console;

namespace NewsWatch.Cli.Alerts;

/// <summary>An alert as JSON, as a few lines with the phrase marked, or as the columns time, topic, watch, outlet, title, address, sentence, article id.</summary>
internal static class AlertPrinter
{
    private const int MostSentences = 2;

    public static void Print(JsonElement json, bool asJson)
    {
        if (asJson)
        {
            Screen.Json(json);
            return;
        }

        var alert = json.Deserialize<AlertRaised>(NewsWatchJson.Options)!;
        if (Screen.IsTerminal) PrintRich(alert);
        else PrintPlain(alert);
    }

    private static void PrintPlain(AlertRaised alert) => Screen.Fields(
        Screen.Time(alert.Raised), alert.Topic, alert.Watch.Name, alert.Article.Source, alert.Article.Title, alert.Article.Url, alert.Matches is [var first, ..] ? first.Sentence : null, alert.Article.Id);

    private static void PrintRich(AlertRaised alert)
    {
        var head = new Paragraph()
            .Append(alert.Raised.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), new Style(decoration: Decoration.Dim)).Append("  ")
            .Append(SafeText.Line(alert.Topic), new Style(Color.Aqua)).Append("  ")
            .Append(SafeText.Line(alert.Article.Source ?? alert.Article.Domain), new Style(Color.Green));
        Screen.Rich.Write(head);
        Screen.Rich.WriteLine();
        Write(new Paragraph().Append(SafeText.Line(alert.Article.Title), new Style(decoration: Decoration.Bold)));
        foreach (var sentence in Sentences(alert)) Write(sentence);
        if (alert.Article.Url is { } url) Write(new Paragraph().Append(SafeText.Line(url), new Style(decoration: Decoration.Dim)));
        Screen.Rich.WriteLine();
    }

    private static void Write(Paragraph paragraph)
    {
        Screen.Rich.Write(new Padder(paragraph, new Padding(2, 0, 0, 0)));
    }

    private static IEnumerable<Paragraph> Sentences(AlertRaised alert) => alert.Matches
        .GroupBy(m => (m.Field, m.SentenceStart))
        .Take(MostSentences)
        .Select(sentence => new Paragraph().AppendMarked(sentence.First().Sentence, sentence.OrderBy(m => m.Start).Select(m => (m.Start - m.SentenceStart, m.Length))));
}
