using NewsWatch.Contracts;

namespace NewsWatch.Storage;

/// <summary>The order in which people see watches, fragments and feeds, the same from every store.</summary>
internal static class CatalogueOrder
{
    /// <summary>Watches by name, then id.</summary>
    public static IReadOnlyList<Watch> ByName(IEnumerable<Watch> watches) =>
        [.. watches.OrderBy(w => w.Name, StringComparer.OrdinalIgnoreCase).ThenBy(w => w.Id, StringComparer.Ordinal)];

    /// <summary>Fragments by name.</summary>
    public static IReadOnlyList<QueryFragment> ByName(IEnumerable<QueryFragment> fragments) => [.. fragments.OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>Feeds by folder, then title, then address.</summary>
    public static IReadOnlyList<Feed> ByFolder(IEnumerable<Feed> feeds) =>
    [
        .. feeds.OrderBy(f => string.Join('\n', f.Folder), StringComparer.OrdinalIgnoreCase)
            .ThenBy(f => f.Title ?? f.Url, StringComparer.OrdinalIgnoreCase)
            .ThenBy(f => f.Url, StringComparer.Ordinal),
    ];
}
