using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>An article with everything that can be worked out before the writer's turn.</summary>
/// <param name="Index">Its place in the batch.</param>
/// <param name="Article">The article.</param>
/// <param name="Number">The row number it would like.</param>
/// <param name="Words">Values for the full-text index.</param>
/// <param name="Problem">Why it can never be stored, or <see langword="null"/>.</param>
internal sealed record PreparedArticle(int Index, Article Article, long Number, object?[] Words, string? Problem)
{
    /// <summary>Prepares a batch in the order of row numbers, which the full-text index takes fastest; revisions of one article stay in order.</summary>
    public static IReadOnlyList<PreparedArticle> Prepare(IReadOnlyList<Article> articles)
    {
        var words = new ArticleWords();
        return [.. articles.Select((article, index) => Prepare(words, index, article)).OrderBy(p => p.Number)];
    }

    /// <summary>The values under the number that the article was given.</summary>
    public object?[] WordsFor(long num)
    {
        Words[0] = num;
        return Words;
    }

    private static PreparedArticle Prepare(ArticleWords words, int index, Article article)
    {
        var problem = ArticleProblem.Of(article);
        return problem is null
            ? new(index, article, ArticleNumber.Of(article.Seen, article.Id), words.Values(article, 0), null)
            : new(index, article, 0, [], problem);
    }
}
