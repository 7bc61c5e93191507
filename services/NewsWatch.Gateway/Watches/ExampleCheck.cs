using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches.Examples;

namespace NewsWatch.Gateway.Watches;

/// <summary>How one example of a watch comes out.</summary>
/// <param name="Text">The example.</param>
/// <param name="MustMatch">What it is an example of.</param>
/// <param name="Number">Its place among those of its kind, from 1.</param>
/// <param name="Why">What is wrong, as a sentence that names the deciding part; <see langword="null"/> where all is well.</param>
/// <param name="Decided">The part of the query that decided against it.</param>
public sealed record ExampleCheck(string Text, bool MustMatch, int Number, string? Why, string? Decided)
{
    private const int MostTexts = 100;
    private const int LongestText = 20_000;

    public bool IsGreen => Why is null;

    /// <summary>How it comes out wrong, as sentences.</summary>
    internal string Verdict => $"The {(MustMatch ? "text that must match" : "text that must not match")} number {Number} comes out wrong. {Why}";

    /// <summary>Checks every example, those to be matched first; each as it is asked for.</summary>
    public static IEnumerable<ExampleCheck> Of(WatchQuery query, WatchExampleTexts? examples) =>
        examples is null ? [] : Each(query, examples.Matches, mustMatch: true).Concat(Each(query, examples.Misses, mustMatch: false));

    /// <summary>The first that comes out wrong.</summary>
    public static ExampleCheck? FirstRed(WatchQuery query, WatchExampleTexts? examples) => Of(query, examples).FirstOrDefault(example => !example.IsGreen);

    /// <summary>Without empty texts; <see langword="null"/> where nothing is left.</summary>
    /// <exception cref="FormatException">There are too many, or one is too long.</exception>
    public static WatchExampleTexts? Clean(WatchExampleTexts? examples)
    {
        if (examples is null) return null;
        var (matches, misses) = (Clean(examples.Matches), Clean(examples.Misses));
        if (matches.Count + misses.Count > MostTexts) throw new FormatException($"A watch carries at most {MostTexts} examples, not {matches.Count + misses.Count}.");
        return matches.Count + misses.Count == 0 ? null : new WatchExampleTexts { Matches = matches, Misses = misses };
    }

    private static List<string> Clean(IReadOnlyList<string>? texts)
    {
        var kept = (texts ?? []).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text.ReplaceLineEndings("\n").Trim()).ToList();
        return kept.Find(text => text.Length > LongestText) is { } longest
            ? throw new FormatException($"An example is at most {LongestText} characters long, not {longest.Length}: the sentence that matters is enough.")
            : kept;
    }

    private static IEnumerable<ExampleCheck> Each(WatchQuery query, IReadOnlyList<string> texts, bool mustMatch) =>
        texts.Select((text, index) =>
        {
            var red = WatchExamples.Check(query, [new WatchExample(text, mustMatch)]);
            return red.Count == 0 ? new ExampleCheck(text, mustMatch, index + 1, null, null) : new ExampleCheck(text, mustMatch, index + 1, red[0].Why, red[0].Decided);
        });
}

/// <summary>A watch that its own example speaks against.</summary>
internal sealed class RedExampleException(ExampleCheck example)
    : FormatException($"{example.Verdict} Change the query, or remove the example.")
{
    public ExampleCheck Example => example;
}
