using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Schema;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage.Operations;

/// <summary>A change of mapping on a running server.</summary>
public sealed class RollTests(ElasticsearchServer server) : IAsyncLifetime
{
    private const int Before = 3_000;
    private static readonly DateTimeOffset Seen = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);
    private readonly ElasticsearchIndices _indices = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _indices.RemoveAsync();

    [Fact]
    public async Task An_old_index_is_brought_up_to_date_while_articles_come_in_and_are_searched()
    {
        await using var store = await StorageHost.StartAsync(await _indices.SettingsAsync(), StoreCollections.Archive);
        var month = await MakeOldAsync(store);
        var writer = store.Get<IArticleWriter>();
        var search = store.Get<IArticleSearch>();
        await writer.WriteAsync([.. Enumerable.Range(0, Before).Select(i => Article(i))], Cancel);
        await _indices.SettleAsync();
        Assert.Equal(0, (await search.SearchAsync(new ArticleQuery { Query = WatchQuery.Parse("~sanctioned") }, Cancel)).Total);

        var upgrade = store.Get<IStore>().UpgradeAsync(StoreCollections.Archive, Cancel);
        var (more, most) = (0, 0L);
        do
        {
            await writer.WriteUntilStoredAsync([.. Enumerable.Range(Before + more, 20).Select(i => Article(i)), .. Enumerable.Range(more, 5).Select(i => Article(i, revision: 2))], Cancel);
            more += 20;
            most = Math.Max(most, (await search.SearchAsync(new ArticleQuery { Limit = 0 }, Cancel)).Total - Before - more);
        }
        while (!upgrade.IsCompleted);
        await upgrade;
        await writer.WriteUntilStoredAsync([Article(Before + more)], Cancel);
        await _indices.SettleAsync();

        Assert.True(most <= 0, "An article was found in the old and in the new index at once.");
        Assert.Equal(Before + more + 1, (await search.SearchAsync(new ArticleQuery { Query = WatchQuery.Parse("~sanctioned"), Limit = 0 }, Cancel)).Total);
        var changed = await search.GetAsync(Article(0).Id, cancellationToken: Cancel);
        Assert.Equal((2, "Changed 0"), (changed!.Revision, changed.Title));
        Assert.Equal("Sanctions 0", (await search.GetAsync(changed.Id, 1, Cancel))!.Title);
        var indices = JsonNode.Parse(await _indices.AskAsync(HttpMethod.Get, $"/{_indices.Prefix}-articles/_alias"))!.AsObject();
        Assert.DoesNotContain(month, indices.Select(i => i.Key));
        Assert.Contains(indices, i => i.Value!["aliases"]!.AsObject().ContainsKey(month));

        await store.Get<IStore>().UpgradeAsync(StoreCollections.Archive, Cancel);
        Assert.Equal(indices.Select(i => i.Key), JsonNode.Parse(await _indices.AskAsync(HttpMethod.Get, $"/{_indices.Prefix}-articles/_alias"))!.AsObject().Select(i => i.Key));
    }

    [Fact]
    public async Task What_was_removed_after_it_had_been_copied_does_not_come_back()
    {
        await using var store = await StorageHost.StartAsync(await _indices.SettingsAsync(), StoreCollections.Archive);
        var month = await MakeOldAsync(store);
        await store.Get<IArticleWriter>().WriteAsync([.. Enumerable.Range(0, 7).Select(i => Article(i))], Cancel);
        await _indices.SettleAsync();

        // Another process had begun, and had copied everything, when three were removed.
        var made = $"{_indices.Prefix}-v{SchemaResource.Version}-articles-2026.11";
        await _indices.AskAsync(HttpMethod.Put, "/" + made, SchemaResource.Index("articles").ToJsonString());
        var copy = new JsonObject { ["source"] = new JsonObject { ["index"] = month }, ["dest"] = new JsonObject { ["index"] = made, ["version_type"] = "external" } };
        await _indices.AskAsync(HttpMethod.Post, "/_reindex?refresh=true", copy.ToJsonString());
        foreach (var removed in new[] { 1, 3, 6 }) await _indices.AskAsync(HttpMethod.Delete, $"/{month}/_doc/{Article(removed).Id}");
        await store.Get<IStore>().UpgradeAsync(StoreCollections.Archive, Cancel);

        var left = await store.Get<IArticleSearch>().SearchAsync(new ArticleQuery { Limit = 10 }, Cancel);
        Assert.Equal(new[] { 0, 2, 4, 5 }.Select(i => Article(i).Title), left.Items.Select(item => item.Article.Title).Order(StringComparer.Ordinal));
    }

    // As a version that stemmed nothing would have left it; while the index is made its template must be away, or that would add what is missing.
    private async Task<string> MakeOldAsync(StorageHost store)
    {
        var month = $"{_indices.Prefix}-articles-2026.11";
        var made = JsonNode.Parse(await _indices.AskAsync(HttpMethod.Post, $"/_index_template/_simulate_index/{month}"))!["template"]!;
        made["mappings"]!["_meta"] = new JsonObject { ["newswatch"] = 0 };
        foreach (var field in new[] { "title", "summary", "body" }) made["mappings"]!["properties"]![field]!["fields"]!.AsObject().Remove("stem");
        var existing = JsonNode.Parse(await _indices.AskAsync(HttpMethod.Get, $"/{_indices.Prefix}-articles-*/_alias"))!.AsObject();
        foreach (var index in existing) await _indices.AskAsync(HttpMethod.Delete, "/" + index.Key);
        await _indices.AskAsync(HttpMethod.Delete, $"/_index_template/{_indices.Prefix}-articles");
        await _indices.AskAsync(HttpMethod.Put, "/" + month, made.ToJsonString());
        await store.Get<IStore>().PrepareAsync(StoreCollections.Archive, Cancel);
        return month;
    }

    private static Article Article(int number, int revision = 1)
    {
        var title = revision == 1 ? $"Sanctions {number}" : $"Changed {number}";
        return new Article
        {
            Id = DerivedId.From("roll", $"{number}"),
            Revision = revision,
            Title = title,
            Body = "The sanctions stay.",
            Lang = "en",
            Seen = Seen.AddSeconds(number),
            Revised = Seen.AddSeconds(number),
            Hash = DerivedId.From(title, "", "The sanctions stay."),
        };
    }
}
