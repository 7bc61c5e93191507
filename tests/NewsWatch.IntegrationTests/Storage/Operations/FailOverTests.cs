using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage.Operations;

/// <summary>Three nodes, of which one dies in the middle of writing.</summary>
public sealed class FailOverTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_dies_in_the_middle_of_a_bulk_costs_nothing()
    {
        Assert.SkipUnless(ElasticsearchCluster.IsAvailable, ElasticsearchServer.Absent);
        await using var cluster = await ElasticsearchCluster.StartAsync(nodes: 3);
        await using var store = await StorageHost.StartAsync(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:elasticsearch"] = string.Join(',', cluster.Addresses),
                ["NewsWatch:Elasticsearch:BulkDocuments"] = "50",
                ["NewsWatch:Elasticsearch:Timeout"] = "00:00:20",
            },
            StoreCollections.Archive);
        var writer = store.Get<IArticleWriter>();
        await writer.WriteUntilStoredAsync(Batch(0), Cancel);

        var batches = Enumerable.Range(1, 20).Select(Batch).ToArray();
        var killed = Task.CompletedTask;
        for (var n = 0; n < batches.Length; n++)
        {
            var write = writer.WriteUntilStoredAsync(batches[n], Cancel);
            if (n == 5) killed = cluster.KillAsync(1);
            await write;
        }

        await killed;
        var articles = batches.SelectMany(b => b).ToArray();
        var found = await store.Get<IArticleLookup>().FindAsync([.. articles.Select(a => a.Id)], Cancel);
        Assert.Equal(articles.Length, found.Count);
        Assert.All(await writer.WriteAsync(articles, Cancel), o => Assert.Equal(WriteResult.Repeated, o.Result));
    }

    private static Article[] Batch(int number) => [.. Enumerable.Range(0, 200).Select(i => Some.Article($"Batch {number}, article {i}"))];
}
