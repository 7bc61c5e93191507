namespace NewsWatch.Benchmarks.Matching;

/// <summary>How fast news in other languages is analysed and matched against 1,000 phrases, beside English.</summary>
internal sealed record LanguageRun(string Language, double MegabytesPerSecond, double Ratio)
{
    private const int Rounds = 11;

    // A small corpus is run over several times, so that a round takes long enough to be measured.
    private const int LeastUnits = 4_000_000;

    /// <summary>English first; every other language as a share of it.</summary>
    public static IReadOnlyList<LanguageRun> All(string[] english)
    {
        var matcher = new PhraseMatcher(BenchData.Phrases(1_000));
        var first = Measure(matcher, english);
        return [new LanguageRun("en", first, 1), .. new[] { "fr", "ru", "ar", "zh" }.Select(language => Of(language, matcher, first))];
    }

    private static LanguageRun Of(string language, PhraseMatcher matcher, double english)
    {
        var speed = Measure(matcher, BenchData.Other(language));
        return new LanguageRun(language, speed, speed / english);
    }

    private static double Measure(PhraseMatcher matcher, string[] texts)
    {
        var copies = 1 + (LeastUnits / texts.Sum(text => text.Length));
        string[] all = [.. Enumerable.Repeat(texts, copies).SelectMany(copy => copy)];
        var bytes = all.Sum(text => (double)System.Text.Encoding.UTF8.GetByteCount(text));
        WarmUp.Run(() => matcher.Round(all));
        return bytes / 1e6 / Statistics.Median(Enumerable.Range(0, Rounds).Select(_ => matcher.Round(all)));
    }
}
