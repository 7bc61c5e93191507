using NewsWatch.Contracts;
using NewsWatch.Matching.Language.Fragments;

namespace NewsWatch.Gateway.Fragments;

/// <summary>Which watches and fragments name which fragments, as they are written: also those that cannot be read.</summary>
internal sealed class FragmentUses(IEnumerable<QueryFragment> fragments, IEnumerable<Watch> watches)
{
    private readonly ILookup<string, QueryFragment> _fragments = fragments.SelectMany(f => FragmentNames.In(f.Query), (f, name) => (f, name)).ToLookup(u => u.name, u => u.f, StringComparer.Ordinal);

    private readonly ILookup<string, Watch> _watches = watches.SelectMany(w => FragmentNames.In(w.Query), (w, name) => (w, name)).ToLookup(u => u.name, u => u.w, StringComparer.Ordinal);

    /// <summary>What a fragment is part of, directly or through others, as an answer says it.</summary>
    public FragmentUsers Of(string name) => new([.. WatchesWith(name).Select(w => w.Id)], [.. FragmentsWith(name).Select(f => f.Name)]);

    /// <summary>The fragments that a fragment is part of, directly or through others, by name; itself only where it wrongly is.</summary>
    public IReadOnlyList<QueryFragment> FragmentsWith(string name)
    {
        var found = new SortedDictionary<string, QueryFragment>(StringComparer.Ordinal);
        var open = new Queue<string>([name]);
        while (open.TryDequeue(out var next))
        {
            foreach (var user in _fragments[next])
            {
                if (found.TryAdd(user.Name, user)) open.Enqueue(user.Name);
            }
        }

        return [.. found.Values];
    }

    /// <summary>The watches that a fragment is part of, directly or through others, by name.</summary>
    public IReadOnlyList<Watch> WatchesWith(string name) =>
    [
        .. FragmentsWith(name).Select(f => f.Name).Prepend(name).SelectMany(n => _watches[n]).DistinctBy(w => w.Id)
            .OrderBy(w => w.Name, StringComparer.OrdinalIgnoreCase).ThenBy(w => w.Id, StringComparer.Ordinal),
    ];
}

/// <summary>What a fragment is part of, directly or through other fragments; all of it changes with it.</summary>
/// <param name="Watches">Ids of watches.</param>
/// <param name="Fragments">Names of fragments.</param>
public sealed record FragmentUsers(IReadOnlyList<string> Watches, IReadOnlyList<string> Fragments);
