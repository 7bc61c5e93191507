using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>A page of a search of which the matcher decides about each candidate.</summary>
internal static class CheckedPage
{
    public static (long Total, List<ArticleHit> Page) Read(SqliteSession session, ArticleSelection selection, PageOrder order, ArticleCursor? cursor, int count)
    {
        var page = new List<ArticleHit>();
        var total = 0L;
        foreach (var (hit, _) in Holding(session, selection, order))
        {
            total++;
            if (page.Count < count && (cursor is null || order.IsBehind(hit, cursor))) page.Add(hit);
        }

        return (total, page);
    }

    public static IReadOnlyList<DayCount> CountPerDay(SqliteSession session, ArticleSelection selection) =>
    [
        .. Holding(session, selection, new PageOrder(ArticleSort.Seen))
            .Select(found => found.Article)
            .GroupBy(article => DateOnly.FromDateTime(article.Seen.UtcDateTime))
            .Select(day => new DayCount(day.Key, day.Count()))
            .OrderBy(day => day.Day),
    ];

    public static IReadOnlyList<ValueCount> Values(SqliteSession session, ArticleSelection selection, Func<Article, string?> member, int limit) => ValueCounts.Most(
        Holding(session, selection, new PageOrder(ArticleSort.Seen)).Select(found => member(found.Article)).OfType<string>().CountBy(v => v).Select(c => KeyValuePair.Create(c.Key, (long)c.Value)),
        limit);

    /// <summary>What the matcher lets through, in order, read as it is asked for.</summary>
    public static IEnumerable<(ArticleHit Hit, Article Article)> Holding(SqliteSession session, ArticleSelection selection, PageOrder order) =>
        Candidates(session, selection, order).Select(hit => (hit, StoredArticles.Read(session, hit.Num))).Where(found => selection.Matcher!.Holds(found.Item2));

    private static List<ArticleHit> Candidates(SqliteSession session, ArticleSelection selection, PageOrder order)
    {
        var (sql, where) = selection.Candidates(session, order.Sort);
        return session.List($"SELECT num, value FROM ({sql}{where}) ORDER BY {order.Sql}", order.Read, where.Values);
    }
}
