using System.Globalization;
using NewsWatch.Contracts;

namespace NewsWatch.Storage.Catalogue;

/// <summary>What the stores must know of one kind of thing that people make and edit.</summary>
/// <param name="Noun">What people call one, and the name of its table.</param>
/// <param name="Key">The member of its JSON that holds the id.</param>
/// <param name="IdOf">Its id.</param>
/// <param name="VersionOf">Its version.</param>
/// <param name="WithVersion">The same in another version.</param>
/// <param name="Sort">Puts them in the order in which people see them, the same from every store.</param>
internal sealed record CatalogueKind<T>(
    string Noun, string Key, Func<T, string> IdOf, Func<T, int> VersionOf, Func<T, int, T> WithVersion, Func<IEnumerable<T>, IEnumerable<T>> Sort)
{
    /// <summary>The exception for a thing that is not in the version that a caller expected.</summary>
    public VersionConflictException Conflict(string id, int expected, int? current) => new(
        (expected, current) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"The {Noun} '{id}' exists already, in version {current}: read it, and send the change with that version."),
            (_, null) => $"The {Noun} '{id}' does not exist any more: somebody removed it.",
            _ => string.Create(CultureInfo.InvariantCulture, $"The {Noun} '{id}' is in version {current}, not {expected}: somebody edited it; read it again and repeat the change."),
        },
        current);
}

/// <summary>The kinds that there are.</summary>
internal static class CatalogueKinds
{
    public static CatalogueKind<Watch> Watches { get; } = new(
        "watch", "id", w => w.Id, w => w.Version, (w, version) => w with { Version = version },
        watches => watches.OrderBy(w => w.Name, StringComparer.OrdinalIgnoreCase).ThenBy(w => w.Id, StringComparer.Ordinal));

    public static CatalogueKind<QueryFragment> Fragments { get; } = new(
        "fragment", "name", f => f.Name, f => f.Version, (f, version) => f with { Version = version },
        fragments => fragments.OrderBy(f => f.Name, StringComparer.Ordinal));

    public static CatalogueKind<Feed> Feeds { get; } = new(
        "feed", "id", f => f.Id, f => f.Version, (f, version) => f with { Version = version },
        feeds => feeds.OrderBy(f => string.Join('\n', f.Folder), StringComparer.OrdinalIgnoreCase)
            .ThenBy(f => f.Title ?? f.Url, StringComparer.OrdinalIgnoreCase)
            .ThenBy(f => f.Url, StringComparer.Ordinal));
}
