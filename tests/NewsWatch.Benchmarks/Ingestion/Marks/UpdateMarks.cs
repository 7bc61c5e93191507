using System.Text.Json;
using System.Text.RegularExpressions;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Real edits of real articles: which become revisions.</summary>
public static partial class UpdateMarks
{
    private const string Set = "dup-rss2026-updates";

    /// <summary>Edits that change a word must become revisions, every one.</summary>
    public static Mark Words() => Count("edits of words become revisions", wordsChanged: true, floor: 1.0);

    /// <summary>Edits of punctuation and spacing alone must not. A hyphen inside a word belongs to it, since a watch can see it.</summary>
    public static Mark Punctuation() => Count("edits of punctuation do not", wordsChanged: false, floor: 1.0);

    private static Mark Count(string name, bool wordsChanged, double floor)
    {
        var counter = new MarkCounter();
        foreach (var pair in DataFolder.Lines(Set, "dev.jsonl.gz"))
        {
            var (before, after) = (Text(pair.GetProperty("a")), Text(pair.GetProperty("b")));
            if (SeenAsWords(before) == SeenAsWords(after) == wordsChanged) continue;
            var isRevision = Substance.HashOf(before.Title, before.Text, "") != Substance.HashOf(after.Title, after.Text, "");
            counter.Count(isRevision == wordsChanged, () => $"{before.Title} -> {after.Title}");
        }

        return counter.ToMark(name, Set, floor);
    }

    private static (string Title, string Text) Text(JsonElement version) => (version.GetProperty("title").GetString() ?? "", version.GetProperty("text").GetString() ?? "");

    /// <summary>A second opinion on what a word is, so that the measure does not measure itself.</summary>
    private static string SeenAsWords((string Title, string Text) version) =>
        string.Join(' ', Word().Matches(version.Title).Select(m => m.Value)) + "|" + string.Join(' ', Word().Matches(version.Text).Select(m => m.Value));

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}\p{S}]+(?:-[\p{L}\p{M}\p{N}]+)*")]
    private static partial Regex Word();
}
