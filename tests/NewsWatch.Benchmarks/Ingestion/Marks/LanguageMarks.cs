using System.Globalization;
using NewsWatch.Formats.Text.Languages;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Languages, told right.</summary>
public static class LanguageMarks
{
    private static readonly string[] WithoutNews = ["la", "eo", "mi", "lg", "st", "ts", "tn"];

    /// <summary>Sentences of the languages that news is written in; to reach is what the peer's low-accuracy mode makes of them.</summary>
    public static Mark Sentences()
    {
        var counter = new MarkCounter();
        foreach (var line in DataFolder.Lines("lang-lingua", "langid.jsonl.gz"))
        {
            var lang = line.GetProperty("lang").GetString()!;
            if (line.GetProperty("kind").GetString() != "sentences" || WithoutNews.Contains(lang)) continue;
            var text = line.GetProperty("text").GetString()!;
            if (IsMislabelled(lang, text)) continue;
            var ours = LanguageDetection.Of(text);
            counter.Count(ours == lang, () => $"{ours} / {lang}: {text[..Math.Min(60, text.Length)]}");
        }

        return counter.ToMark("language of sentences", "lang-lingua", PeerAccuracy());
    }

    // The set calls some pages' HTTP headers and an English magazine's title Urdu.
    private static bool IsMislabelled(string lang, string text) => lang == "ur" && text.Count(c => c is >= '\u0600' and <= '\u06FF') * 2 < text.Count(char.IsLetter);

    // The share for these languages; the peer chooses from the rare ones too.
    private static double PeerAccuracy()
    {
        string[] rare = ["Latin", "Esperanto", "Maori", "Ganda", "Sotho", "Tsonga", "Tswana"];
        var rows = File.ReadLines(DataFolder.Path("lang-lingua", "peer-accuracy.csv")).Select(l => l.Split(',')).ToList();
        var column = Array.IndexOf(rows[0], "lingua-low-accuracy");
        return rows.Skip(1).Where(r => !rare.Contains(r[0])).Average(r => double.Parse(r[column], CultureInfo.InvariantCulture)) / 100;
    }
}
