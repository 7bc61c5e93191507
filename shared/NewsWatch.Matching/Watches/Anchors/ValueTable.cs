using NewsWatch.Matching.Watches.Conditions;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Finds which of many values of lang, domain and url a document has. Immutable.</summary>
internal sealed class ValueTable
{
    private readonly Dictionary<string, int[]> _languages;
    private readonly Dictionary<string, int[]> _domains;
    private readonly (string Part, int Entry)[] _addresses;

    private ValueTable(Dictionary<string, int[]> languages, Dictionary<string, int[]> domains, (string, int)[] addresses) =>
        (_languages, _domains, _addresses) = (languages, domains, addresses);

    public static ValueTable Empty { get; } = new(new(StringComparer.OrdinalIgnoreCase), new(StringComparer.OrdinalIgnoreCase), []);

    /// <summary>A table with more values; this one stays as it is.</summary>
    public ValueTable With(IReadOnlyList<(ValueAnchor Anchor, int Entry)> added) => added.Count == 0 ? this : new(
        With(_languages, added.Where(a => a.Anchor.Field == Field.Lang)),
        With(_domains, added.Where(a => a.Anchor.Field == Field.Domain)),
        [.. _addresses, .. added.Where(a => a.Anchor.Field == Field.Url).Select(a => (a.Anchor.Value, a.Entry))]);

    public void Find(Document document, AnchorHits hits)
    {
        Report(_languages, document.Lang, hits);
        Report(_domains, document.Domain, hits);
        foreach (var (part, entry) in _addresses)
        {
            if (AsciiSearch.IndexOf(document.Url, part) >= 0) hits.AddValue(entry);
        }
    }

    private static Dictionary<string, int[]> With(Dictionary<string, int[]> old, IEnumerable<(ValueAnchor Anchor, int Entry)> added)
    {
        var table = new Dictionary<string, int[]>(old, old.Comparer);
        foreach (var group in added.GroupBy(a => a.Anchor.Value))
            table[group.Key] = [.. table.GetValueOrDefault(group.Key, []), .. group.Select(a => a.Entry)];
        return table;
    }

    private static void Report(Dictionary<string, int[]> table, string value, AnchorHits hits)
    {
        if (table.Count == 0 || !table.TryGetValue(value, out var entries)) return;
        foreach (var entry in entries) hits.AddValue(entry);
    }
}
