using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Feeds;
using NewsWatch.Storage.Watches;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every store must do with watches and feeds.</summary>
public abstract class WatchStoreContract(IStoreUnderTest place) : StoreContract(place)
{
    protected override StoreCollections Collections => StoreCollections.Catalogue;

    [Fact]
    public async Task A_watch_is_created_edited_and_removed()
    {
        var created = await Watches.PutAsync(Watch("w"), 0, Cancel);
        Assert.Equal(1, created.Version);
        var edited = await Watches.PutAsync(created with { Name = "Renamed" }, 1, Cancel);
        Assert.Equal(2, edited.Version);
        Assert.Equal(edited, await Watches.GetAsync("w", Cancel));

        Assert.True(await Watches.DeleteAsync("w", 2, Cancel));
        Assert.Null(await Watches.GetAsync("w", Cancel));
        Assert.False(await Watches.DeleteAsync("w", cancellationToken: Cancel));
        Assert.Equal(1, (await Watches.PutAsync(Watch("w"), 0, Cancel)).Version);
    }

    [Fact]
    public async Task Another_version_than_expected_is_a_conflict()
    {
        await Watches.PutAsync(Watch("w"), 0, Cancel);

        var exists = await Assert.ThrowsAsync<VersionConflictException>(() => Watches.PutAsync(Watch("w"), 0, Cancel));
        var edited = await Assert.ThrowsAsync<VersionConflictException>(() => Watches.PutAsync(Watch("w"), 7, Cancel));
        var gone = await Assert.ThrowsAsync<VersionConflictException>(() => Watches.PutAsync(Watch("gone"), 1, Cancel));
        await Assert.ThrowsAsync<VersionConflictException>(() => Watches.DeleteAsync("w", 7, Cancel));

        Assert.Equal((1, 1, (int?)null), (exists.CurrentVersion, edited.CurrentVersion, gone.CurrentVersion));
        Assert.Equal(1, (await Watches.GetAsync("w", Cancel))!.Version);
    }

    [Fact]
    public async Task Of_many_edits_of_one_version_one_wins()
    {
        await Watches.PutAsync(Watch("w"), 0, Cancel);
        var failures = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => EditAsync(Watch("w") with { Name = $"Edit {i}" })));

        Assert.Equal(7, failures.Count(f => f is VersionConflictException));
        Assert.Single(failures, f => f is null);
        Assert.Equal(2, (await Watches.GetAsync("w", Cancel))!.Version);
    }

    [Fact]
    public async Task Watches_come_by_name_and_another_process_sees_them()
    {
        foreach (var name in new[] { "beta", "Alpha", "gamma" }) await Watches.PutAsync(Watch(name) with { Name = name }, 0, Cancel);
        var other = await OpenAsync(StoreCollections.None);

        var listed = await other.Get<IWatchStore>().ListAsync(Cancel);

        Assert.Equal(["Alpha", "beta", "gamma"], listed.Select(w => w.Name));
    }

    [Fact]
    public async Task Feeds_are_versioned_and_come_by_folder_and_title()
    {
        await Feeds.PutAsync(Feed("z", "Zeta", "News"), 0, Cancel);
        await Feeds.PutAsync(Feed("b", "Beta", "News"), 0, Cancel);
        var created = await Feeds.PutAsync(Feed("a", "Alpha", "Sport"), 0, Cancel);
        Assert.Equal(2, (await Feeds.PutAsync(created with { Enabled = false }, 1, Cancel)).Version);
        await Assert.ThrowsAsync<VersionConflictException>(() => Feeds.PutAsync(created, 1, Cancel));

        Assert.Equal(["Beta", "Zeta", "Alpha"], (await Feeds.ListAsync(Cancel)).Select(f => f.Title));
        Assert.False((await Feeds.GetAsync("a", Cancel))!.Enabled);
        Assert.True(await Feeds.DeleteAsync("a", cancellationToken: Cancel));
        Assert.Null(await Feeds.GetAsync("a", Cancel));
    }

    [Fact]
    public async Task A_store_is_prepared_again_without_harm()
    {
        await Watches.PutAsync(Watch("w"), 0, Cancel);
        await Store.Get<IStore>().PrepareAsync(Collections, Cancel);
        await Store.Get<IStore>().CheckAsync(Cancel);
        Assert.NotNull(await Watches.GetAsync("w", Cancel));
    }

    private async Task<Exception?> EditAsync(Watch watch) => await Record.ExceptionAsync(() => Watches.PutAsync(watch, 1, Cancel));

    private IWatchStore Watches => Store.Get<IWatchStore>();

    private IFeedStore Feeds => Store.Get<IFeedStore>();

    private static Watch Watch(string id) => new()
    {
        Id = id,
        Name = "A watch",
        Query = "\"lethal aid\"",
        Topic = "aid",
        Created = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero),
        Updated = new(2026, 11, 25, 11, 0, 0, TimeSpan.Zero),
    };

    private static Feed Feed(string id, string title, string folder) => new() { Id = id, Url = "https://example.org/" + id, Title = title, Folder = [folder] };
}
