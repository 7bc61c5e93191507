using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>Articles into archive.db.</summary>
/// <remarks>
/// No statement here may be one that SQLite guards by a savepoint of its own, such as INSERT OR REPLACE: at each savepoint FTS5 writes out the
/// words it has gathered, and an article then costs two and a half times as much.
/// </remarks>
internal sealed class SqliteArticleWriter(SqliteFiles files) : IArticleWriter
{
    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken = default) =>
        StorageTelemetry.WriteAsync(SqliteStore.System, "articles", articles.Count, () => StoreAsync(articles, cancellationToken));

    private async Task<IReadOnlyList<WriteOutcome>> StoreAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        if (articles.Count == 0) return [];

        // Analysis is the costly part, so it happens here, on the caller's time, and not in the one writer.
        var prepared = await Task.Run(() => PreparedArticle.Prepare(articles), cancellationToken);
        var outcomes = new WriteOutcome[articles.Count];
        await files.Archive.WriteAsync(
            session =>
            {
                foreach (var article in prepared) outcomes[article.Index] = Store(session, article);
                return outcomes;
            },
            cancellationToken);
        return outcomes;
    }

    private static WriteOutcome Store(SqliteSession session, PreparedArticle prepared)
    {
        if (prepared.Problem is not null) return new WriteOutcome(WriteResult.Rejected, prepared.Problem);
        if (TryAdd(session, prepared, prepared.Number)) return new WriteOutcome(WriteResult.Stored);
        var article = prepared.Article;
        var held = session.First(
            "SELECT num, revision, hash, seen FROM article WHERE id = $1", r => new Held(r.GetInt64(0), r.GetInt32(1), r.GetString(2), r.Time(3)), article.Id);
        if (held is null) return AddBehind(session, prepared);
        if (held.Revision == article.Revision && held.Hash == article.Hash) return new WriteOutcome(WriteResult.Repeated);

        var placement = ArticleRevisions.Place(article, Revisions(session, held));
        article = article with { Revision = placement.Revision, Seen = held.Seen };
        if (placement.Place == PlacementKind.Behind) Keep(session, held.Num, article);
        if (placement.Place == PlacementKind.Latest) Replace(session, held.Num, article, prepared);
        return new WriteOutcome(placement.Result);
    }

    private static bool TryAdd(SqliteSession session, PreparedArticle prepared, long num)
    {
        prepared.Row[ArticleRow.Number] = num;
        if (session.Execute(ArticleRow.Add, prepared.Row) == 0) return false;
        session.Execute(ArticleWords.Put, prepared.WordsFor(num));
        return true;
    }

    // Its number is another article's, of the same millisecond and with an id that begins alike.
    private static WriteOutcome AddBehind(SqliteSession session, PreparedArticle prepared)
    {
        var num = prepared.Number;
        do num++;
        while (!TryAdd(session, prepared, num));
        return new WriteOutcome(WriteResult.Stored);
    }

    private static void Replace(SqliteSession session, long num, Article article, PreparedArticle prepared)
    {
        Keep(session, num, session.First($"SELECT {ArticleRow.Columns} FROM article WHERE num = $1", ArticleRow.Read, num)!);
        session.Execute(ArticleRow.Change, ArticleRow.Values(article, num));
        session.Execute(ArticleWords.Delete, num);
        session.Execute(ArticleWords.Put, prepared.WordsFor(num));
    }

    private static void Keep(SqliteSession session, long num, Article article) =>
        session.Execute("INSERT INTO revision(num, revision, hash, content) VALUES ($1,$2,$3,$4)", num, article.Revision, article.Hash, SqliteValues.Json(article));

    private static List<KeyValuePair<int, string>> Revisions(SqliteSession session, Held held)
    {
        var all = session.List("SELECT revision, hash FROM revision WHERE num = $1", r => KeyValuePair.Create(r.GetInt32(0), r.GetString(1)), held.Num);
        all.Add(KeyValuePair.Create(held.Revision, held.Hash));
        return all;
    }

    private sealed record Held(long Num, int Revision, string Hash, DateTimeOffset Seen);
}
