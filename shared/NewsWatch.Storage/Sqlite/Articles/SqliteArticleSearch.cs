using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Sqlite.Articles.Search;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>Searches archive.db.</summary>
internal sealed class SqliteArticleSearch(SqliteFiles files) : IArticleSearch
{
    private static readonly string Day = ArticleNumber.DaySql("num");

    public Task<ArticlePage> SearchAsync(ArticleQuery query, CancellationToken cancellationToken = default)
    {
        var cursor = ArticleCursor.Of(query);
        var selection = new ArticleSelection(query);
        return StorageTelemetry.SearchAsync(
            SqliteStore.System, "articles", () => files.Archive.ReadAsync(session => Search(session, query, selection, cursor), cancellationToken));
    }

    public Task<Article?> GetAsync(string id, int? revision = null, CancellationToken cancellationToken = default) =>
        files.Archive.ReadAsync(session => Get(session, id, revision), cancellationToken);

    public Task<IReadOnlyList<DayCount>> CountPerDayAsync(ArticleQuery query, CancellationToken cancellationToken = default)
    {
        var selection = new ArticleSelection(query);
        return StorageTelemetry.SearchAsync(
            SqliteStore.System, "articles", () => files.Archive.ReadAsync(session => CountPerDay(session, selection), cancellationToken));
    }

    public Task<IReadOnlyList<ValueCount>> CountByAsync(ArticleQuery query, ArticleMember by, int limit = 50, CancellationToken cancellationToken = default)
    {
        var selection = new ArticleSelection(query);
        var column = by switch
        {
            ArticleMember.Source => "article.source",
            ArticleMember.Domain => "article.domain",
            _ => "article.lang",
        };
        return StorageTelemetry.SearchAsync<IReadOnlyList<ValueCount>>(
            SqliteStore.System,
            "articles",
            async () => await files.Archive.ReadAsync<IReadOnlyList<ValueCount>>(
                session => selection.Exact ? ExactPage.Values(session, selection, column, limit) : CheckedPage.Values(session, selection, ValueCounts.Reader(by), limit), cancellationToken));
    }

    private static ArticlePage Search(SqliteSession session, ArticleQuery query, ArticleSelection selection, ArticleCursor? cursor)
    {
        var order = PageOrder.Of(query.Sort, selection);
        var (total, page) = selection.Exact
            ? (ExactPage.Total(session, selection), ExactPage.Read(session, selection, order, cursor, query.Limit + 1))
            : CheckedPage.Read(session, selection, order, cursor, query.Limit + 1);
        var items = page.Take(query.Limit).Select(hit => FoundArticles.Of(StoredArticles.Read(session, hit.Num), selection.Matcher)).ToArray();
        var next = items.Length > 0 && page.Count > query.Limit ? page[query.Limit - 1].Cursor.Print(query.Sort) : null;
        return new ArticlePage(total, items, next);
    }

    private static Article? Get(SqliteSession session, string id, int? revision)
    {
        var latest = session.First($"SELECT {ArticleRow.Columns} FROM article WHERE id = $1", ArticleRow.Read, id);
        if (latest is null || revision is null || latest.Revision == revision) return latest;
        return session.First(
            "SELECT r.content FROM article a JOIN revision r ON r.num = a.num WHERE a.id = $1 AND r.revision = $2",
            row => SqliteValues.FromJson<Article>(row.GetString(0)), id, revision);
    }

    private static IReadOnlyList<DayCount> CountPerDay(SqliteSession session, ArticleSelection selection)
    {
        if (!selection.Exact) return CheckedPage.CountPerDay(session, selection);
        var (sql, where) = selection.Candidates(session, ArticleSort.Seen);
        return session.List(
            $"SELECT {Day} AS day, count(*) FROM ({sql}{where}) GROUP BY day ORDER BY day", row => new DayCount(Days.Of(row.GetInt64(0)), row.GetInt64(1)), where.Values);
    }
}
