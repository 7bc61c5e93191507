using NewsWatch.Contracts;

namespace NewsWatch.Storage.Articles;

/// <summary>Decides what becomes of an incoming revision; the same for every store.</summary>
internal static class ArticleRevisions
{
    /// <summary>Decides from what the store holds of the article.</summary>
    /// <param name="incoming">What came.</param>
    /// <param name="held">Revision and hash of everything the store holds of it, in any order; empty when it is new.</param>
    public static Placement Place(Article incoming, IReadOnlyCollection<KeyValuePair<int, string>> held)
    {
        if (held.Count == 0) return new Placement(Place: PlacementKind.Latest, incoming.Revision);
        var latest = held.Max(r => r.Key);
        var same = held.FirstOrDefault(r => r.Key == incoming.Revision).Value;
        if (same == incoming.Hash) return new Placement(PlacementKind.Known, incoming.Revision);
        if (same is null) return new Placement(incoming.Revision > latest ? PlacementKind.Latest : PlacementKind.Behind, incoming.Revision);

        // The number is taken by another text: whoever counted could not ask the archive. Nothing is overwritten; unless this very text was given a later number already, it gets the next free one.
        return held.Any(r => r.Key > incoming.Revision && r.Value == incoming.Hash)
            ? new Placement(PlacementKind.Known, incoming.Revision)
            : new Placement(PlacementKind.Latest, latest + 1);
    }
}

/// <summary>Where an incoming revision goes.</summary>
/// <param name="Place">The place.</param>
/// <param name="Revision">The number it is kept under.</param>
internal readonly record struct Placement(PlacementKind Place, int Revision)
{
    /// <summary>What the caller is told.</summary>
    public WriteResult Result => Place == PlacementKind.Latest ? WriteResult.Stored : WriteResult.Repeated;
}

/// <summary>The places.</summary>
internal enum PlacementKind
{
    /// <summary>It becomes what searches find; what was there is kept behind it.</summary>
    Latest,

    /// <summary>A newer one came first; this one is kept behind it.</summary>
    Behind,

    /// <summary>The store has it.</summary>
    Known,
}
