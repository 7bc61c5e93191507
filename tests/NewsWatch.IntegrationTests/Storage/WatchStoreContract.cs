using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every store must do with watches.</summary>
public abstract class WatchStoreContract(IStoreUnderTest place, IStoreUnderTest untouched) : CatalogueStoreContract<Watch>(place, untouched)
{
    [Fact]
    public async Task Watches_come_by_name()
    {
        foreach (var name in new[] { "beta", "Alpha", "gamma" }) await Items.PutAsync(New(name) with { Name = name }, 0, Cancel);

        Assert.Equal(["Alpha", "beta", "gamma"], (await Items.ListAsync(Cancel)).Select(w => w.Name));
    }

    [Fact]
    public async Task A_store_is_prepared_again_without_harm()
    {
        await Items.PutAsync(New("one"), 0, Cancel);
        await Store.Get<IStore>().PrepareAsync(Collections, Cancel);
        await Store.Get<IStore>().CheckAsync(Cancel);
        Assert.NotNull(await Items.GetAsync("one", Cancel));
    }

    protected override Watch New(string id) => new()
    {
        Id = id,
        Name = "A watch",
        Query = "\"lethal aid\"",
        Topic = "aid",
        Examples = new WatchExampleTexts { Matches = ["Lethal aid agreed"], Misses = ["Non-lethal aid"] },
        Created = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero),
        Updated = new(2026, 11, 25, 11, 0, 0, TimeSpan.Zero),
    };

    protected override Watch Edited(Watch item, string how) => item with { Name = how };

    protected override int VersionOf(Watch item) => item.Version;
}

public sealed class SqliteWatchStoreTests() : WatchStoreContract(new SqliteFolder(), new SqliteFolder());

public sealed class ElasticsearchWatchStoreTests(ElasticsearchServer server) : WatchStoreContract(new ElasticsearchIndices(server), new ElasticsearchIndices(server));
