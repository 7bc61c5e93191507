using System.Collections.Concurrent;
using NewsWatch.Contracts;
using NewsWatch.Formats.Opml;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Gateway.Feeds.Opml;

/// <summary>Adds the feeds of a list. Importing the same list again adds nothing.</summary>
internal sealed class FeedImport(ICatalogueStore<Feed> store, IChangePublisher changes, FeedGate gate, TimeProvider clock)
{
    /// <summary>A store answers several at once in the time of one.</summary>
    private const int AtOnce = 16;

    public async Task<ImportAnswer> RunAsync(OpmlDocument list, CancellationToken cancellationToken)
    {
        var skipped = new ConcurrentBag<SkippedLine>(list.Errors.Select(e => new SkippedLine(e.Line, e.Message)));
        foreach (var other in list.Lists) skipped.Add(new SkippedLine(other.Line, $"{other.Url} is another list; import it by itself."));
        var (imported, present) = (0, 0);
        Feed? last = null;
        using var pass = await gate.EnterAsync(cancellationToken);
        var addresses = new FeedAddresses(await store.ListAsync(cancellationToken));
        await Parallel.ForEachAsync(list.Feeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (feed, token) =>
        {
            try
            {
                last = await store.PutAsync(addresses.Place(ToFeed(feed)), expectedVersion: 0, token);
                Interlocked.Increment(ref imported);
            }
            catch (VersionConflictException)
            {
                Interlocked.Increment(ref present);
            }
            catch (FormatException e)
            {
                skipped.Add(new SkippedLine(feed.Line, $"{feed.Url} was skipped: {e.Message}"));
            }
        });

        // Who hears of one change reads the whole list again, so one says it for all.
        if (last is not null) await changes.PublishAsync(new FeedChanged { FeedId = last.Id, Version = last.Version }, cancellationToken);
        return new ImportAnswer(imported, present, [.. skipped.OrderBy(s => s.Line).ThenBy(s => s.Message, StringComparer.Ordinal)]);
    }

    private Feed ToFeed(OpmlFeed feed) => new FeedInput
    {
        Url = feed.Url,
        Title = feed.Title,
        Site = feed.Site,
        Folder = [.. feed.Folder],
        Tag = [.. feed.Tag],
    }.ToFeed(clock.GetUtcNow());
}
