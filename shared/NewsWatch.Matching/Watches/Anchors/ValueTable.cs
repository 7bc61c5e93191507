using NewsWatch.Matching.Watches.Conditions;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Finds which of many values of lang, domain and url a document has. Immutable.</summary>
internal sealed class ValueTable
{
    private readonly Dictionary<string, int[]> _languages;
    private readonly Dictionary<string, int[]> _domains;
    private readonly (string Part, int Slot)[] _addresses;

    private ValueTable(Dictionary<string, int[]> languages, Dictionary<string, int[]> domains, (string, int)[] addresses) =>
        (_languages, _domains, _addresses) = (languages, domains, addresses);

    public static ValueTable Empty { get; } = new(new(StringComparer.OrdinalIgnoreCase), new(StringComparer.OrdinalIgnoreCase), []);

    /// <summary>A table with some slots gone and more values; this one stays as it is.</summary>
    public ValueTable With(IReadOnlyList<(ValueAnchor Anchor, int Slot)> added, IReadOnlySet<int> removed) => added.Count + removed.Count == 0 ? this : new(
        With(_languages, added.Where(a => a.Anchor.Field == Field.Lang), removed),
        With(_domains, added.Where(a => a.Anchor.Field == Field.Domain), removed),
        [.. _addresses.Where(a => !removed.Contains(a.Slot)), .. added.Where(a => a.Anchor.Field == Field.Url).Select(a => (a.Anchor.Value, a.Slot))]);

    public void Find(Document document, AnchorHits hits)
    {
        Report(_languages, document.Lang, hits);
        Report(_domains, document.Domain, hits);
        foreach (var (part, slot) in _addresses)
        {
            if (AsciiSearch.IndexOf(document.Url, part) >= 0) hits.AddValue(slot);
        }
    }

    private static Dictionary<string, int[]> With(
        Dictionary<string, int[]> old, IEnumerable<(ValueAnchor Anchor, int Slot)> added, IReadOnlySet<int> removed)
    {
        var table = SlotLists.Without(old, removed);
        SlotLists.Add(table, added.Select(a => (a.Anchor.Value, a.Slot)));
        return table;
    }

    private static void Report(Dictionary<string, int[]> table, string value, AnchorHits hits)
    {
        if (table.Count == 0 || !table.TryGetValue(value, out var slots)) return;
        foreach (var slot in slots) hits.AddValue(slot);
    }
}
