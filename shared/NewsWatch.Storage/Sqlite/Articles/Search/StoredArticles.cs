using NewsWatch.Contracts;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>Articles by their row numbers.</summary>
internal static class StoredArticles
{
    public static Article Read(SqliteSession session, long num) =>
        session.First($"SELECT {ArticleRow.Columns} FROM article WHERE num = $1", ArticleRow.Read, num)
        ?? throw new StoreUnavailableException("The archive's index and its articles disagree: an article is in the index and not in the table.");
}
