using NewsWatch.Contracts;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every store must do with feeds.</summary>
public abstract class FeedStoreContract(IStoreUnderTest place, IStoreUnderTest untouched) : CatalogueStoreContract<Feed>(place, untouched)
{
    [Fact]
    public async Task Feeds_come_by_folder_and_title()
    {
        foreach (var (id, title, folder) in new[] { ("z", "Zeta", "News"), ("b", "Beta", "News"), ("a", "Alpha", "Sport") })
            await Items.PutAsync(New(id) with { Title = title, Folder = [folder] }, 0, Cancel);

        Assert.Equal(["Beta", "Zeta", "Alpha"], (await Items.ListAsync(Cancel)).Select(f => f.Title));
    }

    protected override Feed New(string id) => new() { Id = id, Url = "https://example.org/" + id, Folder = ["News", "World"], Tag = ["world"] };

    protected override Feed Edited(Feed item, string how) => item with { Title = how, Enabled = false };

    protected override int VersionOf(Feed item) => item.Version;
}

public sealed class SqliteFeedStoreTests() : FeedStoreContract(new SqliteFolder(), new SqliteFolder());

public sealed class ElasticsearchFeedStoreTests(ElasticsearchServer server) : FeedStoreContract(new ElasticsearchIndices(server), new ElasticsearchIndices(server));
