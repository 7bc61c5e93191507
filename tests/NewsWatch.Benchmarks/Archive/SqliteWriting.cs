using System.Diagnostics;
using NewsWatch.Contracts;
using NewsWatch.Storage.Sqlite.Articles;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Benchmarks.Archive;

/// <summary>Documents a second into SQLite: the Indexer's way, and one loop of bare inserts of what was made ready before into the same tables.</summary>
internal static class SqliteWriting
{
    private const int RowsInATransaction = 1_000;

    public static async Task<double> OursAsync(Article[] articles)
    {
        var folder = Directory.CreateTempSubdirectory("newswatch-bench-").FullName;
        double rate;
        await using (var store = await ArchiveStore.OpenAsync(("NewsWatch:Data", folder)))
        {
            var watch = Stopwatch.StartNew();
            await store.WriteAsync(articles);
            rate = articles.Length / watch.Elapsed.TotalSeconds;
        }

        Directory.Delete(folder, recursive: true);
        return rate;
    }

    public static async Task<double> BareAsync(Article[] articles)
    {
        var folder = Directory.CreateTempSubdirectory("newswatch-bench-").FullName;
        var prepared = PreparedArticle.Prepare(articles);
        await using var file = new SqliteFile(Path.Combine(folder, "archive.db"), ArchiveSchema.Schema);
        await file.PrepareAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        foreach (var rows in prepared.Chunk(RowsInATransaction)) await file.WriteAsync(session => Insert(session, rows), CancellationToken.None);
        var rate = articles.Length / watch.Elapsed.TotalSeconds;
        await file.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        return rate;
    }

    private static int Insert(SqliteSession session, PreparedArticle[] rows)
    {
        foreach (var row in rows)
        {
            session.Execute(ArticleRow.Add, row.Row);
            session.Execute(ArticleWords.Put, row.Words);
        }

        return rows.Length;
    }
}
