using NewsWatch.Contracts;

namespace NewsWatch.Storage.Insights;

/// <summary>What is characteristic of an article: the phrases that it has and few others have, weighted by how telling they are.</summary>
internal sealed class Characteristic
{
    private const int MostCandidates = 60;
    private const int Most = 25;
    private readonly Dictionary<string, double> _weights;
    private readonly double _whole;

    private Characteristic(IReadOnlyList<(Phrase Phrase, double Weight)> phrases)
    {
        Phrases = [.. phrases.Select(p => p.Phrase.Tokens)];
        _weights = phrases.ToDictionary(p => p.Phrase.Key, p => p.Weight, StringComparer.Ordinal);
        _whole = _weights.Values.Sum();
    }

    /// <summary>The phrases, the most telling first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Phrases { get; }

    /// <summary>Works it out.</summary>
    public static async Task<Characteristic> OfAsync(Article article, IInsightSource source, CancellationToken cancellationToken)
    {
        var total = await source.TotalAsync(cancellationToken);
        var title = new PhraseReader().Read(article with { Summary = "", Body = "" }, pairs: false).Select(p => p.Key).ToHashSet();
        var candidates = new PhraseReader().Read(article, pairs: false)
            .OrderByDescending(p => p.Count + (title.Contains(p.Key) ? 2 : 0)).ThenBy(p => p.Key, StringComparer.Ordinal).Take(MostCandidates).ToArray();
        var counts = await source.CountAsync([.. candidates.Select(c => c.Tokens)], cancellationToken);
        var weighted = candidates.Zip(counts, (phrase, count) => (phrase, Weight: Weight(phrase.Count + (title.Contains(phrase.Key) ? 1 : 0), count, total)));
        return new Characteristic([.. weighted.Where(p => p.Weight > 0).OrderByDescending(p => p.Weight).ThenBy(p => p.phrase.Key, StringComparer.Ordinal).Take(Most)]);
    }

    /// <summary>0 to 1: the share of it that stands in another article.</summary>
    public double ShareIn(Article other, PhraseReader reader) =>
        _whole == 0 ? 0 : reader.Read(other, pairs: false).Sum(p => _weights.GetValueOrDefault(p.Key)) / _whole;

    // A word of this article alone finds no other, and one of every tenth article tells nothing.
    private static double Weight(int uses, long articles, long total) =>
        articles < 2 || articles > Math.Max(5, total / 10) ? 0 : (1 + Math.Log(uses)) * Math.Log((total + 1) / (articles + 0.5));
}
