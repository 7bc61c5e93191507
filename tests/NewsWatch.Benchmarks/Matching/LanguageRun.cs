using System.Text;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>How fast news in other languages is analysed and matched against 1,000 phrases, beside English.</summary>
internal sealed record LanguageRun(string Language, double MegabytesPerSecond, double Ratio)
{
    private const int Rounds = 21;

    // A small corpus is run over several times, so that a round takes long enough to be measured.
    private const int LeastUnits = 4_000_000;

    /// <summary>English first; every other language as a share of it, in rounds that take turns.</summary>
    public static IReadOnlyList<LanguageRun> All(string[] english)
    {
        var matcher = new PhraseMatcher(BenchData.Phrases(1_000));
        Corpus[] corpora = [new("en", english), .. new[] { "fr", "ru", "ar", "zh" }.Select(language => new Corpus(language, BenchData.Other(language)))];
        foreach (var corpus in corpora) WarmUp.Run(() => matcher.Round(corpus.Texts));
        double[][] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => corpora.Select(corpus => matcher.Round(corpus.Texts)).ToArray())];
        double[] speeds = [.. corpora.Select((corpus, number) => corpus.Megabytes / Statistics.Undisturbed(rounds.Select(round => round[number])))];
        return [.. corpora.Select((corpus, number) => new LanguageRun(corpus.Language, speeds[number], speeds[number] / speeds[0]))];
    }

    private sealed class Corpus
    {
        public Corpus(string language, string[] texts)
        {
            Language = language;
            Texts = [.. Enumerable.Repeat(texts, 1 + (LeastUnits / texts.Sum(text => text.Length))).SelectMany(copy => copy)];
            Megabytes = Texts.Sum(text => (double)Encoding.UTF8.GetByteCount(text)) / 1e6;
        }

        public string Language { get; }

        public string[] Texts { get; }

        public double Megabytes { get; }
    }
}
