using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Feeds;
using NewsWatch.Storage.Watches;

namespace NewsWatch.Gateway.Transfer;

/// <summary>Adds watches and feeds of another installation; what is here already is never overwritten.</summary>
internal sealed class CatalogueImport(IWatchStore watches, IFeedStore feeds, IChangePublisher changes)
{
    public Task<CatalogueCounts> AddAsync(IEnumerable<Watch> imported, CancellationToken cancellationToken) => AddAsync(
        imported,
        async watch =>
        {
            var added = await watches.PutAsync(watch, expectedVersion: 0, cancellationToken);
            await changes.PublishAsync(new WatchChanged { WatchId = added.Id, Version = added.Version }, cancellationToken);
        },
        async watch => await watches.GetAsync(watch.Id, cancellationToken) is { } here && Same(here, watch),
        watch => watch.Id);

    public Task<CatalogueCounts> AddAsync(IEnumerable<Feed> imported, CancellationToken cancellationToken) => AddAsync(
        imported.Select(feed => feed with { Id = DerivedId.From("feed", new Uri(feed.Url).AbsoluteUri) }),
        async feed =>
        {
            var added = await feeds.PutAsync(feed, expectedVersion: 0, cancellationToken);
            await changes.PublishAsync(new FeedChanged { FeedId = added.Id, Version = added.Version }, cancellationToken);
        },
        async feed => await feeds.GetAsync(feed.Id, cancellationToken) is { } here && Same(here, feed),
        feed => feed.Id);

    private static async Task<CatalogueCounts> AddAsync<T>(IEnumerable<T> imported, Func<T, Task> add, Func<T, Task<bool>> isSame, Func<T, string> idOf)
    {
        var (added, present, different) = (0, 0, new List<string>());
        foreach (var item in imported)
        {
            try
            {
                await add(item);
                added++;
            }
            catch (VersionConflictException)
            {
                if (await isSame(item)) present++;
                else different.Add(idOf(item));
            }
        }

        return new(added, present, different);
    }

    private static bool Same(Watch a, Watch b) =>
        (a.Name, a.Query, a.Topic, a.Enabled) == (b.Name, b.Query, b.Topic, b.Enabled) && Same(a.Examples, b.Examples);

    private static bool Same(WatchExampleTexts? a, WatchExampleTexts? b) =>
        (a?.Matches ?? []).SequenceEqual(b?.Matches ?? []) && (a?.Misses ?? []).SequenceEqual(b?.Misses ?? []);

    private static bool Same(Feed a, Feed b) =>
        (a.Url, a.Title, a.Site, a.Source, a.Enabled, a.FetchPages) == (b.Url, b.Title, b.Site, b.Source, b.Enabled, b.FetchPages) && a.Folder.SequenceEqual(b.Folder) && a.Tag.SequenceEqual(b.Tag);
}
