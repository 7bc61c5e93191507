using NewsWatch.Contracts;
using NewsWatch.Gateway.Feeds;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Gateway.Transfer;

/// <summary>Adds fragments, watches and feeds of another installation; what is here already is never overwritten.</summary>
internal sealed class CatalogueImport(ICatalogueStore<QueryFragment> fragments, ICatalogueStore<Watch> watches, ICatalogueStore<Feed> feeds, QueryReader queries, FragmentGate gate, FeedGate feedGate, IChangePublisher changes)
{
    /// <summary>Adds what the lines hold; a line whose query cannot be read, or whose watch has an example that comes out wrong, is handed back with the reason.</summary>
    public async Task<CatalogueAnswer> AddAsync(IReadOnlyList<NumberedLine> lines, CancellationToken cancellationToken)
    {
        string?[] written = [.. lines.Select(l => l.Line.Fragment?.Query ?? l.Line.Watch?.Query)];
        using var pass = lines.Any(l => l.Line.Fragment is not null) || written.Any(FragmentNames.MayBeIn) ? await gate.EnterAsync(cancellationToken) : null;
        var known = new ImportedFragments(await queries.FragmentsForAsync(written, cancellationToken), lines.Select(l => l.Line.Fragment).OfType<QueryFragment>());
        var problems = lines.Select(l => (l.Number, l.Line, Problem: ProblemOf(l.Line))).ToList();
        var good = problems.Where(p => p.Problem is null).Select(p => p.Line).ToList();
        return new CatalogueAnswer(
            await AddAsync(good.Select(l => l.Fragment).OfType<QueryFragment>(), cancellationToken),
            await AddAsync(good.Select(l => l.Watch).OfType<Watch>(), cancellationToken),
            await AddAsync([.. good.Select(l => l.Feed).OfType<Feed>()], cancellationToken),
            [.. problems.Where(p => p.Problem is not null).Select(p => new RejectedLine(p.Number, p.Problem!))]);

        string? ProblemOf(ImportLine line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return line.QueryProblem(known);
        }
    }

    private Task<CatalogueCounts> AddAsync(IEnumerable<QueryFragment> imported, CancellationToken cancellationToken) => AddAsync(
        imported,
        async fragment =>
        {
            var added = await fragments.PutAsync(fragment, expectedVersion: 0, cancellationToken);
            await changes.PublishAsync(new FragmentChanged { Name = added.Name, Version = added.Version }, cancellationToken);
        },
        async fragment => await fragments.GetAsync(fragment.Name, cancellationToken) is { } here && here.Query == fragment.Query,
        fragment => fragment.Name);

    private Task<CatalogueCounts> AddAsync(IEnumerable<Watch> imported, CancellationToken cancellationToken) => AddAsync(
        imported,
        async watch =>
        {
            var added = await watches.PutAsync(watch, expectedVersion: 0, cancellationToken);
            await changes.PublishAsync(new WatchChanged { WatchId = added.Id, Version = added.Version }, cancellationToken);
        },
        async watch => await watches.GetAsync(watch.Id, cancellationToken) is { } here && Same(here, watch),
        watch => watch.Id);

    private async Task<CatalogueCounts> AddAsync(IReadOnlyCollection<Feed> imported, CancellationToken cancellationToken)
    {
        if (imported.Count == 0) return new(0, 0, []);
        using var pass = await feedGate.EnterAsync(cancellationToken);
        var addresses = new FeedAddresses(await feeds.ListAsync(cancellationToken));
        return await AddAsync(
            imported.Select(feed => addresses.Place(Normal(feed))),
            async feed =>
            {
                var added = await feeds.PutAsync(feed, expectedVersion: 0, cancellationToken);
                await changes.PublishAsync(new FeedChanged { FeedId = added.Id, Version = added.Version }, cancellationToken);
            },
            async feed => await feeds.GetAsync(feed.Id, cancellationToken) is { } here && Same(here, feed),
            feed => feed.Id);
    }

    // As one that is added by its address alone.
    private static Feed Normal(Feed feed)
    {
        var address = new Uri(feed.Url).AbsoluteUri;
        return feed with { Id = DerivedId.From("feed", address), Url = address };
    }

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

/// <summary>A line of a request, with its number in it, from 1.</summary>
internal readonly record struct NumberedLine(int Number, ImportLine Line);

/// <summary>What became of the lines of a catalogue.</summary>
internal sealed record CatalogueAnswer(CatalogueCounts Fragments, CatalogueCounts Watches, CatalogueCounts Feeds, IReadOnlyList<RejectedLine> Rejected);
