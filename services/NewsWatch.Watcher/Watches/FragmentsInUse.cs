using System.Collections.Frozen;
using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Watcher.Watches;

/// <summary>The fragments of one moment, and which watches were compiled with which of them.</summary>
internal sealed class FragmentsInUse : IFragmentSource
{
    private readonly FrozenDictionary<string, QueryFragment> _stored;

    /// <summary>By watch; one that names fragments and is not here could not be compiled.</summary>
    private readonly FrozenDictionary<string, FrozenSet<string>> _uses;

    private FragmentsInUse(FrozenDictionary<string, QueryFragment> stored, FrozenDictionary<string, FrozenSet<string>> uses) => (_stored, _uses) = (stored, uses);

    public static FragmentsInUse None { get; } = new(FrozenDictionary<string, QueryFragment>.Empty, FrozenDictionary<string, FrozenSet<string>>.Empty);

    public Fragment? Find(string name) => _stored.GetValueOrDefault(name)?.ToFragment();

    /// <summary>These fragments, with the watches that were compiled with those before.</summary>
    public FragmentsInUse With(IReadOnlyList<QueryFragment> stored) =>
        stored.Count == 0 && _stored.Count == 0 ? this : new(stored.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal), _uses);

    /// <summary>These fragments, with what was compiled now in place of what was compiled or tried before.</summary>
    /// <param name="left">Watches that went, changed, or were tried again.</param>
    /// <param name="compiled">Those of them that could be compiled.</param>
    public FragmentsInUse With(IEnumerable<string> left, IEnumerable<KeyValuePair<string, WatchQuery>> compiled)
    {
        var named = compiled.Where(c => c.Value.Fragments.Count > 0).ToList();
        if (_uses.Count == 0 && named.Count == 0) return this;
        var uses = new Dictionary<string, FrozenSet<string>>(_uses, StringComparer.Ordinal);
        foreach (var watch in left) uses.Remove(watch);
        foreach (var (watch, query) in named) uses[watch] = query.Fragments.Select(f => f.Name).ToFrozenSet(StringComparer.Ordinal);
        return new(_stored, uses.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The names whose fragment came, went or is another than before.</summary>
    /// <remarks>The whole fragment is compared: one that was removed and made again starts again at version 1.</remarks>
    public IReadOnlyCollection<string> ChangedSince(FragmentsInUse before) => ReferenceEquals(this, before) ? [] :
    [
        .. _stored.Values.Where(f => !before._stored.TryGetValue(f.Name, out var old) || old != f).Select(f => f.Name),
        .. before._stored.Keys.Where(name => !_stored.ContainsKey(name)),
    ];

    /// <summary>Whether a watch must be compiled again when these fragments have changed.</summary>
    public bool Concerns(Watch watch, IReadOnlyCollection<string> changed) =>
        changed.Count > 0 && FragmentNames.MayBeIn(watch.Query) && (!_uses.TryGetValue(watch.Id, out var uses) || changed.Any(uses.Contains));
}
