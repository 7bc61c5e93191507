using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Catalogue;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Gateway.Feeds;

/// <summary>Every change of a feed, whoever asks for it: checked, stored, and told to Ingestion.</summary>
internal sealed class FeedCatalogue(ICatalogueStore<Feed> store, IFeedStateStore states, IChangePublisher changes, FeedGate gate, TimeProvider clock)
{
    /// <summary>All feeds with their health.</summary>
    public async Task<IReadOnlyList<FeedView>> ListAsync(CancellationToken cancellationToken)
    {
        var feeds = await store.ListAsync(cancellationToken);
        var known = await states.GetAsync([.. feeds.Select(f => f.Id)], cancellationToken);
        return [.. feeds.Select(feed => FeedView.From(feed, known.GetValueOrDefault(feed.Id)))];
    }

    /// <summary>One feed with its health, or <see langword="null"/>.</summary>
    public async Task<FeedView?> GetAsync(string id, CancellationToken cancellationToken) =>
        await store.GetAsync(id, cancellationToken) is { } feed ? await ViewAsync(feed, cancellationToken) : null;

    /// <summary>The feed that an address names, as it would be stored.</summary>
    /// <exception cref="FormatException">The address is none.</exception>
    public Feed Read(FeedInput input) => input.ToFeed(clock.GetUtcNow());

    /// <summary>Adds a feed.</summary>
    /// <exception cref="FeedPresentException">Its address is there already.</exception>
    public async Task<FeedView> CreateAsync(Feed wanted, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        var feed = (await AddressesAsync(cancellationToken)).Place(wanted);
        try
        {
            return FeedView.From(await PutAsync(feed, 0, refresh: false, cancellationToken), null);
        }
        catch (VersionConflictException)
        {
            throw new FeedPresentException(feed.Url, feed.Id);
        }
    }

    /// <summary>Replaces a feed; with a version, only that one.</summary>
    /// <returns>The feed, or <see langword="null"/> where there is none.</returns>
    /// <exception cref="FeedPresentException">It is to move to an address that another feed has.</exception>
    public async Task<FeedView?> ReplaceAsync(string id, FeedInput input, int? version, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(id, cancellationToken) is not { } current) return null;
        var wanted = input.ToFeed(clock.GetUtcNow(), current.Created) with { Id = id };
        using var pass = wanted.Url == current.Url ? null : await gate.EnterAsync(cancellationToken);
        if (pass is not null && (await AddressesAsync(cancellationToken)).IdOf(wanted.Url) is { } other) throw new FeedPresentException(wanted.Url, other);
        return await ViewAsync(await PutAsync(wanted, version ?? current.Version, EndsPause(current, wanted), cancellationToken), cancellationToken);
    }

    /// <summary>Pauses a feed or goes on with it.</summary>
    /// <returns>The feed, or <see langword="null"/> where there is none.</returns>
    public async Task<Feed?> EnableAsync(string id, bool enabled, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(id, cancellationToken) is not { } current || current.Enabled == enabled) return await store.GetAsync(id, cancellationToken);
        var wanted = current with { Enabled = enabled, Updated = clock.GetUtcNow() };
        return await PutAsync(wanted, current.Version, EndsPause(current, wanted), cancellationToken);
    }

    /// <summary>Removes a feed; with a version, only that one.</summary>
    /// <returns>What was removed, or <see langword="null"/> where there was nothing.</returns>
    public async Task<Feed?> DeleteAsync(string id, int? version, CancellationToken cancellationToken)
    {
        var feed = await store.GetAsync(id, cancellationToken);
        if (feed is null || !await store.DeleteAsync(id, version, cancellationToken)) return null;
        await changes.PublishAsync(new FeedChanged { FeedId = id }, cancellationToken);
        return feed;
    }

    /// <summary>Has a feed polled now.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="FormatException">It is paused.</exception>
    public async Task<bool> RefreshAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(id, cancellationToken) is not { } feed) return false;
        if (!feed.Enabled) throw new FormatException("This feed is paused; enable it first.");
        await changes.PublishAsync(new FeedChanged { FeedId = id, Version = feed.Version, Refresh = true }, cancellationToken);
        return true;
    }

    // Who ends a pause wants to see news, not to wait for the next turn.
    private static bool EndsPause(Feed before, Feed after) => after.Enabled && !before.Enabled;

    private async Task<FeedAddresses> AddressesAsync(CancellationToken cancellationToken) => new(await store.ListAsync(cancellationToken));

    private async Task<Feed> PutAsync(Feed wanted, int expectedVersion, bool refresh, CancellationToken cancellationToken)
    {
        var feed = await store.PutAsync(wanted, expectedVersion, cancellationToken);
        await changes.PublishAsync(new FeedChanged { FeedId = feed.Id, Version = feed.Version, Refresh = refresh }, cancellationToken);
        return feed;
    }

    private async Task<FeedView> ViewAsync(Feed feed, CancellationToken cancellationToken) =>
        FeedView.From(feed, (await states.GetAsync([feed.Id], cancellationToken)).GetValueOrDefault(feed.Id));
}
