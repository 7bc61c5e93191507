using System.Collections.Concurrent;
using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>An article with everything that can be worked out before the writer's turn.</summary>
/// <param name="Index">Its place in the batch.</param>
/// <param name="Article">The article.</param>
/// <param name="Number">The row number it would like.</param>
/// <param name="Row">Values of its row.</param>
/// <param name="Words">Values for the full-text index.</param>
/// <param name="Problem">Why it can never be stored, or <see langword="null"/>.</param>
internal sealed record PreparedArticle(int Index, Article Article, long Number, object?[] Row, object?[] Words, string? Problem)
{
    // They remember what words are stemmed to, so they are worth keeping.
    private static readonly ConcurrentBag<ArticleWords> Idle = [];

    /// <summary>Prepares a batch in the order of row numbers, which the full-text index takes fastest; revisions of one article stay in order.</summary>
    public static IReadOnlyList<PreparedArticle> Prepare(IReadOnlyList<Article> articles)
    {
        if (!Idle.TryTake(out var words)) words = new ArticleWords();
        var prepared = articles.Select((article, index) => Prepare(words, index, article)).OrderBy(p => p.Number).ToArray();
        Idle.Add(words);
        return prepared;
    }

    /// <summary>The values under the number that the article was given.</summary>
    public object?[] WordsFor(long num)
    {
        Words[0] = num;
        return Words;
    }

    private static PreparedArticle Prepare(ArticleWords words, int index, Article article)
    {
        if (ArticleProblem.Of(article) is { } problem) return new(index, article, 0, [], [], problem);
        var number = ArticleNumber.Of(article.Seen, article.Id);
        return new(index, article, number, ArticleRow.Values(article, number), words.Values(article, number), null);
    }
}
