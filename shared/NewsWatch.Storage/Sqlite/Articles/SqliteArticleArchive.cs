using System.Globalization;
using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>Reads archive.db in the order of its row numbers, which is the order of <c>seen</c>.</summary>
internal sealed class SqliteArticleArchive(SqliteFiles files) : IArticleArchive
{
    public Task<IReadOnlyList<ArchivedArticle>> ReadAsync(string? after, int limit, CancellationToken cancellationToken = default)
    {
        var start = after is null ? -1 : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new InvalidCursorException($"'{after}' is not a cursor of this archive: use the 'next' of a page unchanged. One of another store does not fit.");
        return StorageTelemetry.SearchAsync(SqliteStore.System, "articles", () => files.Archive.ReadAsync(session => Read(session, start, limit), cancellationToken));
    }

    private static IReadOnlyList<ArchivedArticle> Read(SqliteSession session, long start, int limit)
    {
        var latest = session.List($"SELECT {ArticleRow.Columns}, num FROM article WHERE num > $1 ORDER BY num LIMIT $2", row => (Num: row.GetInt64(15), Article: ArticleRow.Read(row)), start, limit);
        return [.. latest.Select(l => new ArchivedArticle(l.Num.ToString(CultureInfo.InvariantCulture), [.. Older(session, l.Num), l.Article]))];
    }

    private static List<Article> Older(SqliteSession session, long num) =>
        session.List("SELECT content FROM revision WHERE num = $1 ORDER BY revision", row => SqliteValues.FromJson<Article>(row.GetString(0)), num);
}
