using NewsWatch.Contracts;

namespace NewsWatch.Storage.Insights;

/// <summary>Counts phrases over the articles that a query finds and over others, and picks those that may have risen.</summary>
internal sealed class RisingPhrases
{
    private const int FewestArticles = 3;
    private const double CommonWord = 0.15;
    private readonly Dictionary<string, (Phrase Phrase, int Count)> _found;
    private readonly Dictionary<string, int> _usual;
    private readonly int _usualArticles;
    private Dictionary<string, int>? _inPairs;

    public RisingPhrases(IReadOnlyList<Article> found, IReadOnlyList<Article> usual)
    {
        var articles = Different(found);
        Sample = articles.Count;
        _found = Count(articles).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        var others = Different(usual);
        _usualArticles = Math.Max(1, others.Count);
        _usual = Count(others).ToDictionary(p => p.Key, p => p.Value.Count, StringComparer.Ordinal);
    }

    /// <summary>How many different articles were counted.</summary>
    public int Sample { get; }

    /// <summary>The phrases that seem to have risen most, by what stands in other articles of late.</summary>
    /// <param name="asked">Tokens that the query itself asks for: a phrase of nothing else says nothing new.</param>
    /// <param name="limit">Most phrases.</param>
    public IReadOnlyList<(Phrase Phrase, int Count)> Candidates(IReadOnlySet<string> asked, int limit)
    {
        var fewest = Math.Min(FewestArticles, Math.Max(2, Sample / 4));
        return
        [
            .. _found.Values.Where(p => p.Count >= fewest && !p.Phrase.Tokens.All(asked.Contains) && !p.Phrase.Tokens.Any(IsCommon) && !IsPartOfLonger(p.Phrase, p.Count))
                .OrderByDescending(p => Rise(p.Count, Sample, _usual.GetValueOrDefault(p.Phrase.Key), _usualArticles))
                .ThenBy(p => p.Phrase.Key, StringComparer.Ordinal).Take(limit),
        ];
    }

    /// <summary>How telling a phrase is: by how much its share has risen, times how many times over (the measure that search engines call JLH).</summary>
    public static double Rise(long count, long sample, long background, long total)
    {
        if (sample == 0) return 0;
        var share = (double)count / sample;
        var usual = (background + 1.0) / (total + 1.0);
        return share <= usual ? 0 : (share - usual) * (share / usual);
    }

    private bool IsCommon(string token) => _usual.GetValueOrDefault(token) > CommonWord * _usualArticles;

    // "oil" where nearly every "oil" is an "oil tanker": the pair says it better.
    private bool IsPartOfLonger(Phrase phrase, int count)
    {
        if (phrase.Tokens.Count > 1) return false;
        _inPairs ??= InPairs();
        return _inPairs.GetValueOrDefault(phrase.Key) >= 0.8 * count;
    }

    // For each word the most articles in which one and the same pair has it.
    private Dictionary<string, int> InPairs()
    {
        var most = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (phrase, count) in _found.Values.Where(p => p.Phrase.Tokens.Count == 2 && !p.Phrase.Tokens.Any(IsCommon)))
        {
            foreach (var token in phrase.Tokens) most[token] = Math.Max(count, most.GetValueOrDefault(token));
        }

        return most;
    }

    // An agency's story that ten outlets carry is one story.
    private static List<Article> Different(IEnumerable<Article> articles) => [.. articles.DistinctBy(a => a.Hash).DistinctBy(a => a.Title.ToUpperInvariant())];

    private static Dictionary<string, (Phrase Phrase, int Count)> Count(IEnumerable<Article> articles)
    {
        var counts = new Dictionary<string, (Phrase Phrase, int Count)>(StringComparer.Ordinal);
        var reader = new PhraseReader();
        foreach (var phrase in articles.SelectMany(a => reader.Read(a, pairs: true)))
        {
            counts[phrase.Key] = counts.TryGetValue(phrase.Key, out var known) ? (known.Phrase, known.Count + 1) : (phrase, 1);
        }

        return counts;
    }
}
