namespace NewsWatch.Gateway.Fragments;

/// <summary>An edit of a fragment that would break what it is part of.</summary>
internal sealed class FragmentBreaksException(string name, IReadOnlyList<BrokenUser> broken) : Exception(Describe(name, broken))
{
    /// <summary>More would not be read.</summary>
    private const int MostNamed = 3;

    public IReadOnlyList<BrokenUser> Broken => broken;

    private static string Describe(string name, IReadOnlyList<BrokenUser> broken)
    {
        var more = broken.Count > MostNamed ? $" So would {broken.Count - MostNamed} more." : "";
        return $"@{name} stays as it was. {string.Join(' ', broken.Take(MostNamed).Select(b => b.Sentence))}{more} Change that first, or the fragment otherwise.";
    }
}

/// <summary>A fragment that cannot be removed because something names it.</summary>
internal sealed class FragmentInUseException(string name, IReadOnlyList<string> watchNames, FragmentUsers users) : Exception(Describe(name, watchNames, users))
{
    public FragmentUsers Users => users;

    private static string Describe(string name, IReadOnlyList<string> watchNames, FragmentUsers users)
    {
        string[] kinds = [Listed("watch", "watches", watchNames.Select(w => $"“{w}”")), Listed("fragment", "fragments", users.Fragments.Select(f => $"@{f}"))];
        return $"@{name} is part of {string.Join(" and of ", kinds.Where(k => k.Length > 0))}: take it out of there first.";
    }

    private static string Listed(string one, string several, IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? "" : $"the {(all.Count == 1 ? one : several)} {string.Join(", ", all)}";
    }
}
