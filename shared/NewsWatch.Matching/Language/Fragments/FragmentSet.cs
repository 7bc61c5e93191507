using System.Collections.Frozen;

namespace NewsWatch.Matching.Language.Fragments;

/// <summary>A fixed set of fragments.</summary>
/// <param name="fragments">Names must be distinct.</param>
public sealed class FragmentSet(IEnumerable<Fragment> fragments) : IFragmentSource
{
    private readonly FrozenDictionary<string, Fragment> _fragments = fragments.ToFrozenDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>No fragments.</summary>
    public static FragmentSet None { get; } = new([]);

    /// <inheritdoc/>
    public Fragment? Find(string name) => _fragments.GetValueOrDefault(name);
}
