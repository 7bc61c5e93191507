using NewsWatch.Contracts;
using NewsWatch.Matching.Language.Fragments;

namespace NewsWatch.Storage.Catalogue;

/// <summary>Fragments as queries are read with them.</summary>
public static class StoredFragments
{
    /// <summary>The fragment as the watch language knows it.</summary>
    public static Fragment ToFragment(this QueryFragment stored) => new(stored.Name, stored.Version, stored.Query);

    /// <summary>The fragments, to read queries with.</summary>
    /// <param name="stored">Names must be distinct.</param>
    public static FragmentSet ToSet(this IEnumerable<QueryFragment> stored) => new(stored.Select(ToFragment));
}
