using System.Collections.Immutable;

namespace NewsWatch.Matching.Watches;

/// <summary>An immutable map that changes in little time and memory: a large dictionary that stays, and a small one of what changed since.</summary>
internal sealed class LayeredMap
{
    /// <summary>Stands for no value.</summary>
    public const int Absent = -1;

    private const int MaxChanges = 2_000;

    private readonly Dictionary<string, int> _base;
    private readonly ImmutableDictionary<string, int> _changes;

    private LayeredMap(Dictionary<string, int> old, ImmutableDictionary<string, int> changes) => (_base, _changes) = (old, changes);

    public static LayeredMap Empty { get; } = new([], ImmutableDictionary<string, int>.Empty);

    /// <summary>The value, or -1 when there is none.</summary>
    public int this[string key] => _changes.TryGetValue(key, out var changed) ? changed : _base.GetValueOrDefault(key, Absent);

    /// <summary>A map with values set, or removed where they are -1; this one stays as it is.</summary>
    public LayeredMap With(IReadOnlyCollection<KeyValuePair<string, int>> changes)
    {
        if (_changes.Count + changes.Count <= MaxChanges) return new(_base, _changes.SetItems(changes));
        var merged = new Dictionary<string, int>(_base);
        merged.EnsureCapacity(_base.Count + changes.Count);
        Apply(_changes, merged);
        Apply(changes, merged);
        return new(merged, ImmutableDictionary<string, int>.Empty);
    }

    private static void Apply(IEnumerable<KeyValuePair<string, int>> changes, Dictionary<string, int> to)
    {
        foreach (var (key, value) in changes)
        {
            if (value == Absent) to.Remove(key);
            else to[key] = value;
        }
    }
}
