using NewsWatch.Contracts;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Gateway.Fragments;

/// <summary>Every change of a fragment, whoever asks for it: checked with all that it is part of, stored, and told to the Watchers.</summary>
internal sealed class FragmentCatalogue(ICatalogueStore<QueryFragment> store, ICatalogueStore<Watch> watches, IChangePublisher changes, FragmentGate gate, TimeProvider clock)
{
    public Task<IReadOnlyList<QueryFragment>> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    public Task<QueryFragment?> GetAsync(string name, CancellationToken cancellationToken) => store.GetAsync(name, cancellationToken);

    /// <summary>Who uses which.</summary>
    public async Task<FragmentUses> UsesAsync(CancellationToken cancellationToken) =>
        new(await store.ListAsync(cancellationToken), await watches.ListAsync(cancellationToken));

    /// <summary>What would become of the users of a fragment that is not stored yet.</summary>
    public async Task<FragmentEdit> TryAsync(string name, string query, CancellationToken cancellationToken) =>
        await EditAsync(new QueryFragment { Name = name, Query = query.Trim() }, cancellationToken);

    /// <summary>Creates a fragment.</summary>
    /// <exception cref="FormatException">The input cannot be taken; the message says why.</exception>
    /// <exception cref="VersionConflictException">The name is taken.</exception>
    public async Task<QueryFragment> CreateAsync(FragmentInput input, CancellationToken cancellationToken)
    {
        var wanted = input.ToFragment(input.Name, clock.GetUtcNow());
        using var pass = await gate.EnterAsync(cancellationToken);
        // Said before anything about its text: one that is there already is edited, not made.
        if (await store.GetAsync(wanted.Name, cancellationToken) is { } taken) throw new VersionConflictException($"There is a fragment @{taken.Name} already.", taken.Version);
        return await PutAsync(wanted, expectedVersion: 0, cancellationToken);
    }

    /// <summary>Replaces a fragment; with a version, only that one.</summary>
    /// <returns>The new version, or <see langword="null"/> where there is no such fragment.</returns>
    /// <exception cref="FormatException">The input cannot be taken; the message says why.</exception>
    /// <exception cref="FragmentBreaksException">Something that it is part of would be wrong.</exception>
    public async Task<QueryFragment?> ReplaceAsync(string name, FragmentInput input, int? version, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        return await store.GetAsync(name, cancellationToken) is { } current
            ? await PutAsync(input.ToFragment(name, clock.GetUtcNow(), current.Created), version ?? current.Version, cancellationToken)
            : null;
    }

    /// <summary>Brings back what was removed.</summary>
    public async Task RestoreAsync(QueryFragment removed, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        await PutAsync(removed with { Updated = clock.GetUtcNow() }, expectedVersion: 0, cancellationToken);
    }

    /// <summary>Removes a fragment that nothing names; with a version, only that one.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="FragmentInUseException">Something names it.</exception>
    public async Task<bool> DeleteAsync(string name, int? version, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        var uses = await UsesAsync(cancellationToken);
        if (await store.GetAsync(name, cancellationToken) is null) return false;
        var users = uses.Of(name);
        if (users.Watches.Count + users.Fragments.Count > 0) throw new FragmentInUseException(name, [.. uses.WatchesWith(name).Select(w => w.Name)], users);
        if (!await store.DeleteAsync(name, version, cancellationToken)) return false;
        await changes.PublishAsync(new FragmentChanged { Name = name }, cancellationToken);
        return true;
    }

    private async Task<QueryFragment> PutAsync(QueryFragment wanted, int expectedVersion, CancellationToken cancellationToken)
    {
        var edit = await EditAsync(wanted, cancellationToken);
        ParsedFragment.Parse(wanted.ToFragment(), edit.After);
        if (edit.Broken() is { Count: > 0 } broken) throw new FragmentBreaksException(wanted.Name, broken);
        var fragment = await store.PutAsync(wanted, expectedVersion, cancellationToken);
        await changes.PublishAsync(new FragmentChanged { Name = fragment.Name, Version = fragment.Version }, cancellationToken);
        return fragment;
    }

    private async Task<FragmentEdit> EditAsync(QueryFragment wanted, CancellationToken cancellationToken) =>
        new(wanted, await store.ListAsync(cancellationToken), await watches.ListAsync(cancellationToken));
}
