using NewsWatch.Storage;
using NewsWatch.Storage.Catalogue;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every store must do with what people make and edit, whatever it is.</summary>
/// <param name="place">Where the store is.</param>
/// <param name="untouched">Where there is another of its kind that nobody has prepared.</param>
public abstract class CatalogueStoreContract<T>(IStoreUnderTest place, IStoreUnderTest untouched) : StoreContract(place)
    where T : class
{
    protected override StoreCollections Collections => StoreCollections.Catalogue;

    protected ICatalogueStore<T> Items => Store.Get<ICatalogueStore<T>>();

    /// <summary>An item of this id, as it is first stored.</summary>
    protected abstract T New(string id);

    /// <summary>The same after an edit.</summary>
    protected abstract T Edited(T item, string how);

    protected abstract int VersionOf(T item);

    [Fact]
    public async Task One_is_created_edited_and_removed()
    {
        var created = await Items.PutAsync(New("one"), 0, Cancel);
        Assert.Equal(1, VersionOf(created));
        var edited = await Items.PutAsync(Edited(created, "hsbc OR \"Deutsche Bank\" OR 銀行"), 1, Cancel);
        Assert.Equal(2, VersionOf(edited));
        Assert.Equivalent(edited, await Items.GetAsync("one", Cancel), strict: true);

        Assert.True(await Items.DeleteAsync("one", 2, Cancel));
        Assert.Null(await Items.GetAsync("one", Cancel));
        Assert.False(await Items.DeleteAsync("one", cancellationToken: Cancel));
        Assert.Equal(1, VersionOf(await Items.PutAsync(New("one"), 0, Cancel)));
    }

    [Fact]
    public async Task Another_version_than_expected_is_a_conflict()
    {
        await Items.PutAsync(New("one"), 0, Cancel);

        var exists = await Assert.ThrowsAsync<VersionConflictException>(() => Items.PutAsync(New("one"), 0, Cancel));
        var edited = await Assert.ThrowsAsync<VersionConflictException>(() => Items.PutAsync(New("one"), 7, Cancel));
        var gone = await Assert.ThrowsAsync<VersionConflictException>(() => Items.PutAsync(New("gone"), 1, Cancel));
        await Assert.ThrowsAsync<VersionConflictException>(() => Items.DeleteAsync("one", 7, Cancel));

        Assert.Equal((1, 1, (int?)null), (exists.CurrentVersion, edited.CurrentVersion, gone.CurrentVersion));
        Assert.Equal(1, VersionOf((await Items.GetAsync("one", Cancel))!));
    }

    [Fact]
    public async Task Of_many_edits_of_one_version_one_wins()
    {
        await Items.PutAsync(New("one"), 0, Cancel);
        var failures = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => EditAsync($"edit{i}")));

        Assert.Equal(7, failures.Count(f => f is VersionConflictException));
        Assert.Single(failures, f => f is null);
        Assert.Equal(2, VersionOf((await Items.GetAsync("one", Cancel))!));
    }

    [Fact]
    public async Task Another_process_sees_them()
    {
        var stored = await Items.PutAsync(New("one"), 0, Cancel);
        var other = await OpenAsync(StoreCollections.None);

        Assert.Equivalent(stored, Assert.Single(await other.Get<ICatalogueStore<T>>().ListAsync(Cancel)), strict: true);
    }

    [Fact]
    public async Task Before_its_writer_has_made_it_a_reader_is_told_to_wait()
    {
        var settings = await untouched.SettingsAsync();
        await using (var reader = await StorageHost.StartAsync(settings, StoreCollections.None))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => reader.Get<ICatalogueStore<T>>().ListAsync(Cancel));
            await Assert.ThrowsAsync<StoreUnavailableException>(() => reader.Get<ICatalogueStore<T>>().GetAsync("one", Cancel));

            await using var writer = await StorageHost.StartAsync(settings, StoreCollections.Catalogue);
            Assert.Empty(await reader.Get<ICatalogueStore<T>>().ListAsync(Cancel));
        }

        await untouched.RemoveAsync();
    }

    private async Task<Exception?> EditAsync(string how) => await Record.ExceptionAsync(() => Items.PutAsync(Edited(New("one"), how), 1, Cancel));
}
