using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Insights;
using NewsWatch.Storage.Sqlite.Articles.Search;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Insights;

/// <summary>Counts and samples from archive.db.</summary>
internal sealed class SqliteInsightSource(SqliteFiles files) : IInsightSource
{
    public Task<long> TotalAsync(CancellationToken cancellationToken) => ReadAsync(session => session.Count("SELECT count(*) FROM article"), cancellationToken);

    public Task<IReadOnlyList<long>> CountAsync(IReadOnlyList<IReadOnlyList<string>> phrases, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<long>>(
        session => [.. phrases.Select(phrase => session.Count("SELECT count(*) FROM words WHERE words MATCH $1", Expression([phrase])))], cancellationToken);

    public Task<IReadOnlyList<Article>> NewestAsync(ArticleQuery query, int limit, CancellationToken cancellationToken)
    {
        var selection = new ArticleSelection(query);
        return ReadAsync<IReadOnlyList<Article>>(
            session => selection.Exact
                ? [.. ExactPage.Read(session, selection, new PageOrder(ArticleSort.Seen), null, limit).Select(hit => StoredArticles.Read(session, hit.Num))]
                : [.. CheckedPage.Holding(session, selection, new PageOrder(ArticleSort.Seen)).Take(limit).Select(found => found.Article)],
            cancellationToken);
    }

    public Task<IReadOnlyList<Article>> BestAsync(IReadOnlyList<IReadOnlyList<string>> phrases, int limit, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<Article>>(
        session =>
        [
            .. session.List("SELECT rowid FROM words WHERE words MATCH $1 ORDER BY rank LIMIT $2", row => row.GetInt64(0), Expression(phrases), limit)
                .Select(num => StoredArticles.Read(session, num)),
        ],
        cancellationToken);

    private static string Expression(IEnumerable<IReadOnlyList<string>> phrases) => FtsSyntax.In(null, $"({string.Join(" OR ", phrases.Select(phrase => FtsSyntax.Phrase(phrase)))})");

    private Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken) =>
        StorageTelemetry.SearchAsync(SqliteStore.System, "articles", () => files.Archive.ReadAsync(read, cancellationToken));
}
