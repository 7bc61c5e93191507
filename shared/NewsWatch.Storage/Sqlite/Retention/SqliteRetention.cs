using NewsWatch.Storage.Retention;
using NewsWatch.Storage.Sqlite.Articles;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Retention;

/// <summary>Drops months from archive.db, piece by piece, so that what is to be stored meanwhile waits for one piece at most.</summary>
internal sealed class SqliteRetention(SqliteFiles files, TimeProvider time) : IArchiveRetention
{
    private const int Piece = 500;

    private static readonly string[] DropArticles =
    [
        "DELETE FROM words WHERE rowid IN (SELECT num FROM article WHERE num < $1 ORDER BY num LIMIT $2)",
        "DELETE FROM revision WHERE num IN (SELECT num FROM article WHERE num < $1 ORDER BY num LIMIT $2)",
        "DELETE FROM article WHERE num IN (SELECT num FROM article WHERE num < $1 ORDER BY num LIMIT $2)",
    ];

    private static readonly string[] DropAlerts = ["DELETE FROM alert WHERE id IN (SELECT id FROM alert WHERE seen < $1 ORDER BY seen LIMIT $2)"];

    public async Task<IReadOnlyList<DroppedMonth>> ApplyAsync(RetentionPolicy policy, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var dropped = new List<DroppedMonth>();
        if (policy.FirstArticleMonth(now) is { } articles) await DropAsync("articles", articles, FirstArticleAsync, ArticleNumber.First, DropArticles, dropped, cancellationToken);
        if (policy.FirstAlertMonth(now) is { } alerts) await DropAsync("alerts", alerts, FirstAlertAsync, t => t.ToUnixTimeMilliseconds(), DropAlerts, dropped, cancellationToken);
        return dropped;
    }

    private async Task DropAsync(
        string collection, DateOnly kept, Func<CancellationToken, Task<DateTimeOffset?>> first, Func<DateTimeOffset, long> bound, string[] statements, List<DroppedMonth> dropped,
        CancellationToken cancellationToken)
    {
        while (await first(cancellationToken) is { } oldest && Months.Of(oldest) is var month && month < kept)
        {
            var end = bound(Months.Start(month.AddMonths(1)));
            var documents = 0L;
            int piece;
            do
            {
                piece = await files.Archive.WriteAsync(session => Drop(session, statements, end), cancellationToken);
                documents += piece;
            }
            while (piece == Piece);
            dropped.Add(new DroppedMonth(collection, month, documents));
        }
    }

    // The last statement takes the documents themselves, so its count is theirs.
    private static int Drop(SqliteSession session, string[] statements, long end)
    {
        var count = 0;
        foreach (var statement in statements) count = session.Execute(statement, end, Piece);
        return count;
    }

    private Task<DateTimeOffset?> FirstArticleAsync(CancellationToken cancellationToken) => FirstAsync("SELECT min(num) >> 20 FROM article", cancellationToken);

    private Task<DateTimeOffset?> FirstAlertAsync(CancellationToken cancellationToken) => FirstAsync("SELECT min(seen) FROM alert", cancellationToken);

    private Task<DateTimeOffset?> FirstAsync(string sql, CancellationToken cancellationToken) =>
        files.Archive.ReadAsync(session => session.Scalar(sql) is long first ? DateTimeOffset.FromUnixTimeMilliseconds(first) : (DateTimeOffset?)null, cancellationToken);
}
