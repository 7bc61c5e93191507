using NewsWatch.Contracts;
using NewsWatch.Matching.Language.Fragments;

namespace NewsWatch.Gateway.Transfer;

/// <summary>Fragments in the order in which they can be made: each behind those that it names.</summary>
internal static class FragmentOrder
{
    public static IReadOnlyList<QueryFragment> ReferredFirst(IReadOnlyList<QueryFragment> fragments)
    {
        var byName = fragments.ToDictionary(f => f.Name, StringComparer.Ordinal);
        var begun = new HashSet<string>(StringComparer.Ordinal);
        var ordered = new List<QueryFragment>(fragments.Count);
        foreach (var fragment in fragments) Add(fragment);
        return ordered;

        void Add(QueryFragment fragment)
        {
            if (!begun.Add(fragment.Name)) return;
            foreach (var name in FragmentNames.In(fragment.Query))
            {
                if (byName.TryGetValue(name, out var referred)) Add(referred);
            }

            ordered.Add(fragment);
        }
    }
}
