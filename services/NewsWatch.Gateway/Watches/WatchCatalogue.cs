using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Matching.Language;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Gateway.Watches;

/// <summary>Every change of a watch, whoever asks for it: checked, stored, and told to the Watchers.</summary>
internal sealed class WatchCatalogue(ICatalogueStore<Watch> store, QueryReader queries, FragmentGate gate, IChangePublisher changes, TimeProvider clock)
{
    public Task<IReadOnlyList<Watch>> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    public Task<Watch?> GetAsync(string id, CancellationToken cancellationToken) => store.GetAsync(id, cancellationToken);

    /// <summary>Creates a watch, under an id of its own unless the input names one.</summary>
    /// <exception cref="FormatException">The input cannot be taken; the message says why.</exception>
    /// <exception cref="Storage.VersionConflictException">The id is taken.</exception>
    public async Task<Watch> CreateAsync(WatchInput input, CancellationToken cancellationToken)
    {
        var id = input.Id ?? NewId();
        if (WatchInput.IdProblem(id) is { } problem) throw new FormatException(problem);
        using var pass = await gate.EnterForAsync(input.Query, cancellationToken);
        return await PutAsync(input.ToWatch(id, await queries.FragmentsForAsync(input.Query, cancellationToken), clock.GetUtcNow()), expectedVersion: 0, cancellationToken);
    }

    /// <summary>Replaces a watch; with a version, only that one.</summary>
    /// <returns>The new version, or <see langword="null"/> where there is no such watch.</returns>
    public async Task<Watch?> ReplaceAsync(string id, WatchInput input, int? version, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterForAsync(input.Query, cancellationToken);
        if (await store.GetAsync(id, cancellationToken) is not { } current) return null;
        var fragments = await queries.FragmentsForAsync(input.Query, cancellationToken);
        return await PutAsync(input.ToWatch(id, fragments, clock.GetUtcNow(), current.Created), version ?? current.Version, cancellationToken);
    }

    /// <summary>Pauses a watch or goes on with it.</summary>
    /// <returns>The watch, or <see langword="null"/> where there is none.</returns>
    public async Task<Watch?> EnableAsync(string id, bool enabled, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(id, cancellationToken) is not { } current || current.Enabled == enabled) return await store.GetAsync(id, cancellationToken);
        return await PutAsync(current with { Enabled = enabled, Updated = clock.GetUtcNow() }, current.Version, cancellationToken);
    }

    /// <summary>Brings back what was removed, under its id.</summary>
    /// <exception cref="QuerySyntaxException">It names a fragment that has changed or gone since.</exception>
    public async Task<Watch> RestoreAsync(Watch removed, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterForAsync(removed.Query, cancellationToken);
        await queries.ReadAsync(removed.Query, cancellationToken);
        return await PutAsync(removed with { Updated = clock.GetUtcNow() }, expectedVersion: 0, cancellationToken);
    }

    /// <summary>Removes a watch; with a version, only that one.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(string id, int? version, CancellationToken cancellationToken)
    {
        if (!await store.DeleteAsync(id, version, cancellationToken)) return false;
        await changes.PublishAsync(new WatchChanged { WatchId = id }, cancellationToken);
        return true;
    }

    private async Task<Watch> PutAsync(Watch wanted, int expectedVersion, CancellationToken cancellationToken)
    {
        var watch = await store.PutAsync(wanted, expectedVersion, cancellationToken);
        await changes.PublishAsync(new WatchChanged { WatchId = watch.Id, Version = watch.Version }, cancellationToken);
        return watch;
    }

    private static string NewId() => DerivedId.From("watch", Guid.NewGuid().ToString("N"));
}
