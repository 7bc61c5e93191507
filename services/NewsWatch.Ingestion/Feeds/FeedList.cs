using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.Storage.Catalogue;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>The feeds to poll, as one snapshot that is swapped whole.</summary>
internal sealed class FeedList(ICatalogueStore<Feed> feeds, IFeedStateStore states, IOptions<FeedOptions> options, TimeProvider clock, ILogger<FeedList> logger)
{
    private FrozenDictionary<string, Feed> _current = FrozenDictionary<string, Feed>.Empty;
    private DateTimeOffset _readAgain;
    private int _announced;

    public Feed? Find(string id) => _current.GetValueOrDefault(id);

    /// <summary>A change was announced: read the list at the next tick.</summary>
    public void Invalidate() => Volatile.Write(ref _announced, 1);

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _announced, 0) == 0 && clock.GetUtcNow() < _readAgain) return;
        _readAgain = default; // Until it is read: an announcement is not lost when the store is away.
        var listed = await feeds.ListAsync(cancellationToken);
        var next = listed.Where(f => f.Enabled).ToFrozenDictionary(f => f.Id, StringComparer.Ordinal);
        await states.ScheduleAsync(next.Keys, [.. listed.Where(f => !f.Enabled).Select(f => f.Id)], clock.GetUtcNow(), cancellationToken);
        if (next.Count != _current.Count) logger.FeedsScheduled(next.Count);
        _current = next;
        _readAgain = clock.GetUtcNow() + options.Value.ListInterval;
    }
}
