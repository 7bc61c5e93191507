using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>A page of a search whose candidates are the answer: SQLite sorts, skips and counts.</summary>
internal static class ExactPage
{
    public static long Total(SqliteSession session, ArticleSelection selection)
    {
        var (sql, where) = selection.Candidates(ArticleSort.Seen);
        return session.Count($"SELECT count(*) FROM ({sql}{where})", where.Values);
    }

    public static List<ArticleHit> Read(SqliteSession session, ArticleSelection selection, PageOrder order, ArticleCursor? cursor, int count)
    {
        var (sql, where) = selection.Candidates(order.Sort);
        var outer = new SqliteConditions(where.Values);
        if (cursor is not null) order.AddAfter(cursor, outer);
        var limit = outer.Limit(count);
        return session.List($"SELECT num, value FROM ({sql}{where}){outer} ORDER BY {order.Sql}{limit}", order.Read, outer.Values);
    }
}
