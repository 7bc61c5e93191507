using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>A page of a search whose candidates are the answer: SQLite sorts, skips and counts.</summary>
internal static class ExactPage
{
    public static long Total(SqliteSession session, ArticleSelection selection)
    {
        var (sql, where) = selection.Candidates(session, ArticleSort.Seen);
        return session.Count($"SELECT count(*) FROM ({sql}{where})", where.Values);
    }

    public static List<ValueCount> Values(SqliteSession session, ArticleSelection selection, string column, int limit)
    {
        var (sql, where) = selection.Members(session, column);
        var count = where.Limit(limit);
        return session.List(
            $"SELECT member, count(*) AS articles FROM ({sql}{where}) WHERE member IS NOT NULL GROUP BY member ORDER BY articles DESC, member{count}",
            row => new ValueCount(row.GetString(0), row.GetInt64(1)),
            where.Values);
    }

    public static List<ArticleHit> Read(SqliteSession session, ArticleSelection selection, PageOrder order, ArticleCursor? cursor, int count)
    {
        var (sql, where) = selection.Candidates(session, order.Sort);
        var outer = new SqliteConditions(where.Values);
        if (cursor is not null) order.AddAfter(cursor, outer);
        var limit = outer.Limit(count);
        return session.List($"SELECT num, value FROM ({sql}{where}){outer} ORDER BY {order.Sql}{limit}", order.Read, outer.Values);
    }
}
