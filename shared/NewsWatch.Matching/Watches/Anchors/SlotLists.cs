namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Tables from a text to the slots that look for it.</summary>
internal static class SlotLists
{
    /// <summary>A copy without some slots.</summary>
    public static Dictionary<string, int[]> Without(Dictionary<string, int[]> table, IReadOnlySet<int> removed)
    {
        if (removed.Count == 0) return new(table, table.Comparer);
        var rest = new Dictionary<string, int[]>(table.Count, table.Comparer);
        foreach (var (text, slots) in table)
        {
            var kept = Array.Exists(slots, removed.Contains) ? Array.FindAll(slots, s => !removed.Contains(s)) : slots;
            if (kept.Length > 0) rest[text] = kept;
        }

        return rest;
    }

    /// <summary>Adds slots to a table that no one else holds yet.</summary>
    public static void Add(Dictionary<string, int[]> table, IEnumerable<(string Text, int Slot)> added)
    {
        foreach (var group in added.GroupBy(a => a.Text, table.Comparer))
            table[group.Key] = [.. table.GetValueOrDefault(group.Key, []), .. group.Select(a => a.Slot)];
    }
}
