using NewsWatch.Contracts;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Gateway.Transfer;

/// <summary>The stored fragments and, for names that are not among them, those that come in the same request: what is here already is never overwritten.</summary>
internal sealed class ImportedFragments(IFragmentSource stored, IEnumerable<QueryFragment> imported) : IFragmentSource
{
    private readonly FragmentSet _imported = imported.DistinctBy(f => f.Name).ToSet();

    public Fragment? Find(string name) => stored.Find(name) ?? _imported.Find(name);
}
