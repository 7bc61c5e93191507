using System.Text;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;

namespace NewsWatch.Gateway.Transfer;

/// <summary>Sends articles and alerts of another archive to the Indexer, which alone writes them, on the way that all articles take; marked as old, so that they raise nothing.</summary>
internal sealed class ArchiveImport(IArticlePublisher broker)
{
    /// <summary>Envelope, names and short fields in JSON, roughly.</summary>
    private const int Overhead = 600;

    /// <summary>Returns when all is confirmed.</summary>
    public async Task PublishAsync(IReadOnlyList<Article> articles, IReadOnlyList<AlertRaised> alerts, CancellationToken cancellationToken)
    {
        foreach (var batch in Cut(articles, SizeOf))
        {
            await broker.PublishAsync(new ArticlesIngested { Articles = [.. batch.Select(a => new IngestedArticle { Article = a, Backfill = true })] }, cancellationToken);
            GatewayTelemetry.CountImported(batch.Count);
        }

        foreach (var batch in Cut(alerts, SizeOf))
            await broker.PublishAsync(new ArticlesIngested { Articles = [], ImportedAlerts = batch }, cancellationToken);
    }

    private static IEnumerable<List<T>> Cut<T>(IEnumerable<T> all, Func<T, int> sizeOf)
    {
        var (batch, size) = (new List<T>(), 0);
        foreach (var item in all)
        {
            var next = sizeOf(item);
            if (batch.Count > 0 && size + next > ArticlesIngested.MaxBytes)
            {
                yield return batch;
                (batch, size) = ([], 0);
            }

            batch.Add(item);
            size += next;
        }

        if (batch.Count > 0) yield return batch;
    }

    private static int SizeOf(Article article) => Overhead + BytesOf(article.Title) + BytesOf(article.Summary) + BytesOf(article.Body);

    private static int SizeOf(AlertRaised alert) =>
        (2 * Overhead) + BytesOf(alert.Article.Title) + BytesOf(alert.Article.Summary) + BytesOf(alert.Watch.Query) + alert.Matches.Sum(m => 100 + BytesOf(m.Text) + BytesOf(m.Sentence));

    private static int BytesOf(string text) => Encoding.UTF8.GetByteCount(text);
}
