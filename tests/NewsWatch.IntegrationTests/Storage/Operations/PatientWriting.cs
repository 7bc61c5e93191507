using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;

namespace NewsWatch.IntegrationTests.Storage.Operations;

/// <summary>Writes as the Indexer does: again, for as long as the store is away.</summary>
internal static class PatientWriting
{
    public static Task WriteUntilStoredAsync(this IArticleWriter writer, Article[] articles, CancellationToken cancellationToken) => Eventually.IsTrueAsync(
        async () =>
        {
            try
            {
                return (await writer.WriteAsync(articles, cancellationToken)).All(o => o.Result is WriteResult.Stored or WriteResult.Repeated);
            }
            catch (StoreUnavailableException)
            {
                return false;
            }
        },
        "a batch to be stored",
        TimeSpan.FromMinutes(5));
}
