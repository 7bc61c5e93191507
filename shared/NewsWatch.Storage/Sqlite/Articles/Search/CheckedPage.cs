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
        foreach (var hit in Candidates(session, selection, order))
        {
            if (!selection.Matcher!.Holds(StoredArticles.Read(session, hit.Num))) continue;
            total++;
            if (page.Count < count && (cursor is null || order.IsBehind(hit, cursor))) page.Add(hit);
        }

        return (total, page);
    }

    public static IReadOnlyList<DayCount> CountPerDay(SqliteSession session, ArticleSelection selection) =>
    [
        .. Candidates(session, selection, new PageOrder(ArticleSort.Seen))
            .Select(hit => StoredArticles.Read(session, hit.Num))
            .Where(selection.Matcher!.Holds)
            .GroupBy(article => DateOnly.FromDateTime(article.Seen.UtcDateTime))
            .Select(day => new DayCount(day.Key, day.Count()))
            .OrderBy(day => day.Day),
    ];

    private static List<ArticleHit> Candidates(SqliteSession session, ArticleSelection selection, PageOrder order)
    {
        var (sql, where) = selection.Candidates(order.Sort);
        return session.List($"SELECT num, value FROM ({sql}{where}) ORDER BY {order.Sql}", order.Read, where.Values);
    }
}
