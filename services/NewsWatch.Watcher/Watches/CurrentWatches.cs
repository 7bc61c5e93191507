using System.Collections.Immutable;
using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Watcher.Watches;

/// <summary>Holds the snapshot in force and makes the next one from what changed in the store.</summary>
internal sealed class CurrentWatches(ICatalogueStore<Watch> store, ICatalogueStore<QueryFragment> fragments, ILogger<CurrentWatches> logger) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WatchSnapshot _snapshot = WatchSnapshot.Empty;

    public WatchSnapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>Completes when the watches were read for the first time: until then nothing may be matched, or their alerts would be missed.</summary>
    public Task Loaded => _loaded.Task;

    public void Dispose() => _one.Dispose();

    /// <summary>Reads all of them.</summary>
    /// <exception cref="NewsWatch.Storage.StoreUnavailableException">The store is away; the snapshot in force stays.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var stored = await store.ListAsync(cancellationToken);
            // Read behind the watches, so that no watch is read with fragments older than itself; and not at all where none is named.
            var named = stored.Any(w => FragmentNames.MayBeIn(w.Query)) ? await fragments.ListAsync(cancellationToken) : [];
            Take(After(Snapshot, stored, Snapshot.Fragments.With(named)));
            _loaded.TrySetResult();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Reads some of them, of which each was made, changed or removed: with a hundred thousand watches a new one is in force as soon as with ten.</summary>
    /// <exception cref="NewsWatch.Storage.StoreUnavailableException">The store is away; the snapshot in force stays.</exception>
    public async Task RefreshAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var read = new List<(string Id, Watch? Watch)>(ids.Count);
        foreach (var id in ids) read.Add((id, await store.GetAsync(id, cancellationToken)));
        // What names fragments is read with them, and with all that they are part of.
        if (!_loaded.Task.IsCompleted || read.Exists(one => one.Watch is { } watch && FragmentNames.MayBeIn(watch.Query)))
        {
            await RefreshAsync(cancellationToken);
            return;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            Take(After(Snapshot, read));
        }
        finally
        {
            _one.Release();
        }
    }

    private void Take(WatchSnapshot? changed)
    {
        if (changed is null) return;
        Volatile.Write(ref _snapshot, changed);
        logger.WatchesCompiled(changed.Matcher.Count);
    }

    private WatchSnapshot? After(WatchSnapshot before, IReadOnlyList<Watch> stored, FragmentsInUse fragments)
    {
        var next = stored.Where(w => w.Enabled).ToImmutableDictionary(w => w.Id, StringComparer.Ordinal);
        var removed = before.Watches.Keys.Where(id => !next.ContainsKey(id)).ToList();
        var edited = fragments.ChangedSince(before.Fragments);
        var changed = next.Values.Where(w => IsNews(before, w) || before.Fragments.Concerns(w, edited)).ToList();
        if (removed.Count == 0 && changed.Count == 0) return edited.Count == 0 ? null : before with { Fragments = fragments };
        return After(before, changed, removed, next, fragments);
    }

    private WatchSnapshot? After(WatchSnapshot before, List<(string Id, Watch? Watch)> read)
    {
        var changed = read.Select(one => one.Watch).OfType<Watch>().Where(w => w.Enabled && IsNews(before, w)).ToList();
        var removed = read.Where(one => one.Watch is not { Enabled: true } && before.Watches.ContainsKey(one.Id)).Select(one => one.Id).ToList();
        if (removed.Count == 0 && changed.Count == 0) return null;
        var next = before.Watches.RemoveRange(removed).SetItems(changed.Select(w => KeyValuePair.Create(w.Id, w)));
        return After(before, changed, removed, next, before.Fragments);
    }

    private WatchSnapshot After(WatchSnapshot before, List<Watch> changed, List<string> removed, ImmutableDictionary<string, Watch> next, FragmentsInUse fragments)
    {
        var compiled = changed.Select(watch => Compile(watch, fragments)).OfType<KeyValuePair<string, WatchQuery>>().ToList();
        // A watch whose new form cannot be compiled must not go on with its old one.
        removed.AddRange(changed.Select(w => w.Id).Except(compiled.Select(c => c.Key)).Where(before.Watches.ContainsKey));
        return new WatchSnapshot(before.Matcher.With(compiled, removed), next, fragments.With([.. removed, .. changed.Select(w => w.Id)], compiled));
    }

    /// <summary>The whole watch is compared, not its version alone: one that was removed and made again under its id starts again at version 1.</summary>
    private static bool IsNews(WatchSnapshot before, Watch watch) => !before.Watches.TryGetValue(watch.Id, out var old) || IsAnother(old, watch);

    /// <summary>Examples are kept and shown; nothing here is compiled from them, and as lists they are never equal.</summary>
    private static bool IsAnother(Watch old, Watch now) => (old with { Examples = null }) != (now with { Examples = null });

    /// <summary>The Gateway refuses what cannot be read, so this guards against watches that were stored by another version, and against a fragment that went at the same moment.</summary>
    private KeyValuePair<string, WatchQuery>? Compile(Watch watch, FragmentsInUse fragments)
    {
        try
        {
            return KeyValuePair.Create(watch.Id, WatchQuery.Parse(watch.Query, fragments));
        }
        catch (QuerySyntaxException e)
        {
            logger.WatchLeftOut(watch.Name, watch.Id, e.Message);
            return null;
        }
    }
}
