using NewsWatch.Matching.Language.Tree;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Insights;

/// <inheritdoc cref="IArticleInsights"/>
internal sealed class ArticleInsights(IArticleSearch search, IInsightSource source) : IArticleInsights
{
    private const int Candidates = 100;
    private const int ArticlesRead = 400;
    private const int PhrasesCounted = 60;
    private const double LeastAlike = 0.15;

    public async Task<IReadOnlyList<SimilarArticle>?> SimilarAsync(string id, int limit = 10, CancellationToken cancellationToken = default)
    {
        var article = await search.GetAsync(id, cancellationToken: cancellationToken);
        if (article is null) return null;
        var characteristic = await Characteristic.OfAsync(article, source, cancellationToken);
        if (characteristic.Phrases.Count == 0) return [];
        var reader = new PhraseReader();
        var alike = (await source.BestAsync(characteristic.Phrases, Candidates, cancellationToken))
            .Where(other => other.Id != id)
            .Select(other => new SimilarArticle(other with { Body = "" }, Math.Round(characteristic.ShareIn(other, reader), 3)));
        return [.. alike.Where(a => a.Score >= LeastAlike).OrderByDescending(a => a.Score).ThenByDescending(a => a.Article.Seen).ThenBy(a => a.Article.Id, StringComparer.Ordinal).Take(limit)];
    }

    public async Task<IReadOnlyList<RelatedPhrase>> RelatedAsync(ArticleQuery query, int limit = 20, CancellationToken cancellationToken = default)
    {
        var found = await source.NewestAsync(query, ArticlesRead, cancellationToken);
        var usual = await source.NewestAsync(new ArticleQuery(), ArticlesRead, cancellationToken);
        var rising = new RisingPhrases(found, usual);
        var candidates = rising.Candidates(AskedFor(query), PhrasesCounted);
        if (candidates.Count == 0) return [];
        var total = await source.TotalAsync(cancellationToken);
        var counts = await source.CountAsync([.. candidates.Select(c => c.Phrase.Tokens)], cancellationToken);
        var related = candidates.Zip(counts, (c, background) => new RelatedPhrase(
            c.Phrase.Written, c.Phrase.ToQuery(), c.Count, rising.Sample, background, Math.Round(RisingPhrases.Rise(c.Count, rising.Sample, background, total), 3)));
        return [.. related.Where(r => r.Score > 0).OrderByDescending(r => r.Score).ThenBy(r => r.Query, StringComparer.Ordinal).Take(limit)];
    }

    private static HashSet<string> AskedFor(ArticleQuery query) => query.Query is null
        ? []
        : [.. Children.SelfAndAllOf(query.Query.Root).OfType<PhraseNode>().SelectMany(p => p.Terms).Select(Token).OfType<string>()];

    private static string? Token(Term term) => term switch
    {
        WordTerm word => word.Text,
        ExactTerm exact => exact.Folded,
        _ => null,
    };
}
