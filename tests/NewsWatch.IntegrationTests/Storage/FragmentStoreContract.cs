using NewsWatch.Contracts;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every store must do with fragments.</summary>
public abstract class FragmentStoreContract(IStoreUnderTest place, IStoreUnderTest untouched) : CatalogueStoreContract<QueryFragment>(place, untouched)
{
    [Fact]
    public async Task Fragments_come_by_name()
    {
        foreach (var name in new[] { "tankers", "a_b", "banks", "a-b", "0" }) await Items.PutAsync(New(name), 0, Cancel);

        Assert.Equal(["0", "a-b", "a_b", "banks", "tankers"], (await Items.ListAsync(Cancel)).Select(f => f.Name));
    }

    protected override QueryFragment New(string id) => new()
    {
        Name = id,
        Query = "barclays",
        Created = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero),
        Updated = new(2026, 11, 25, 11, 0, 0, TimeSpan.Zero),
    };

    protected override QueryFragment Edited(QueryFragment item, string how) => item with { Query = how };

    protected override int VersionOf(QueryFragment item) => item.Version;
}

public sealed class SqliteFragmentStoreTests() : FragmentStoreContract(new SqliteFolder(), new SqliteFolder());

public sealed class ElasticsearchFragmentStoreTests(ElasticsearchServer server) : FragmentStoreContract(new ElasticsearchIndices(server), new ElasticsearchIndices(server));
