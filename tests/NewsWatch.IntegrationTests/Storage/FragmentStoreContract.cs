using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Fragments;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every store must do with fragments.</summary>
/// <param name="place">Where the store is.</param>
/// <param name="untouched">Where there is another of its kind that nobody has prepared.</param>
public abstract class FragmentStoreContract(IStoreUnderTest place, IStoreUnderTest untouched) : StoreContract(place)
{
    protected override StoreCollections Collections => StoreCollections.Catalogue;

    private IFragmentStore Fragments => Store.Get<IFragmentStore>();

    [Fact]
    public async Task A_fragment_is_created_edited_and_removed()
    {
        var created = await Fragments.PutAsync(Fragment("banks"), 0, Cancel);
        Assert.Equal(1, created.Version);
        var edited = await Fragments.PutAsync(created with { Query = "hsbc OR \"Deutsche Bank\" OR 銀行" }, 1, Cancel);
        Assert.Equal(2, edited.Version);
        Assert.Equal(edited, await Fragments.GetAsync("banks", Cancel));

        Assert.True(await Fragments.DeleteAsync("banks", 2, Cancel));
        Assert.Null(await Fragments.GetAsync("banks", Cancel));
        Assert.False(await Fragments.DeleteAsync("banks", cancellationToken: Cancel));
        Assert.Equal(1, (await Fragments.PutAsync(Fragment("banks"), 0, Cancel)).Version);
    }

    [Fact]
    public async Task Another_version_than_expected_is_a_conflict()
    {
        await Fragments.PutAsync(Fragment("banks"), 0, Cancel);

        var exists = await Assert.ThrowsAsync<VersionConflictException>(() => Fragments.PutAsync(Fragment("banks"), 0, Cancel));
        var edited = await Assert.ThrowsAsync<VersionConflictException>(() => Fragments.PutAsync(Fragment("banks"), 7, Cancel));
        var gone = await Assert.ThrowsAsync<VersionConflictException>(() => Fragments.PutAsync(Fragment("gone"), 1, Cancel));
        await Assert.ThrowsAsync<VersionConflictException>(() => Fragments.DeleteAsync("banks", 7, Cancel));

        Assert.Equal((1, 1, (int?)null), (exists.CurrentVersion, edited.CurrentVersion, gone.CurrentVersion));
        Assert.Equal(1, (await Fragments.GetAsync("banks", Cancel))!.Version);
    }

    [Fact]
    public async Task Of_many_edits_of_one_version_one_wins()
    {
        await Fragments.PutAsync(Fragment("banks"), 0, Cancel);
        var failures = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => EditAsync($"edit{i}")));

        Assert.Equal(7, failures.Count(f => f is VersionConflictException));
        Assert.Single(failures, f => f is null);
        Assert.Equal(2, (await Fragments.GetAsync("banks", Cancel))!.Version);
    }

    [Fact]
    public async Task Fragments_come_by_name_and_another_process_sees_them()
    {
        foreach (var name in new[] { "tankers", "a_b", "banks", "a-b", "0" }) await Fragments.PutAsync(Fragment(name), 0, Cancel);
        var other = await OpenAsync(StoreCollections.None);

        var listed = await other.Get<IFragmentStore>().ListAsync(Cancel);

        Assert.Equal(["0", "a-b", "a_b", "banks", "tankers"], listed.Select(f => f.Name));
        Assert.Equal(Fragment("banks") with { Version = 1 }, listed[3]);
    }

    [Fact]
    public async Task Before_its_writer_has_made_it_a_reader_is_told_to_wait()
    {
        var settings = await untouched.SettingsAsync();
        await using (var reader = await StorageHost.StartAsync(settings, StoreCollections.None))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => reader.Get<IFragmentStore>().ListAsync(Cancel));
            await Assert.ThrowsAsync<StoreUnavailableException>(() => reader.Get<IFragmentStore>().GetAsync("banks", Cancel));

            await using var writer = await StorageHost.StartAsync(settings, StoreCollections.Catalogue);
            Assert.Empty(await reader.Get<IFragmentStore>().ListAsync(Cancel));
        }

        await untouched.RemoveAsync();
    }

    private async Task<Exception?> EditAsync(string query) => await Record.ExceptionAsync(() => Fragments.PutAsync(Fragment("banks") with { Query = query }, 1, Cancel));

    private static QueryFragment Fragment(string name) => new()
    {
        Name = name,
        Query = "barclays",
        Created = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero),
        Updated = new(2026, 11, 25, 11, 0, 0, TimeSpan.Zero),
    };
}

public sealed class SqliteFragmentStoreTests() : FragmentStoreContract(new SqliteFolder(), new SqliteFolder());

public sealed class ElasticsearchFragmentStoreTests(ElasticsearchServer server) : FragmentStoreContract(new ElasticsearchIndices(server), new ElasticsearchIndices(server));
