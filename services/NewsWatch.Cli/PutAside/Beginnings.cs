namespace NewsWatch.Cli.PutAside;

/// <summary>Cuts ids to beginnings that still tell them apart.</summary>
internal static class Beginnings
{
    /// <summary>Shorter ones would be taken for a new message's tomorrow.</summary>
    private const int Shortest = 12;

    /// <summary>For each id its shortest beginning that no other has, all of one length.</summary>
    public static IReadOnlyList<string> Telling(IReadOnlyList<string> ids)
    {
        var longest = ids.Count == 0 ? 0 : ids.Max(id => id.Length);
        var length = Shortest;
        while (length < longest && ids.Select(id => Cut(id, length)).Distinct(StringComparer.OrdinalIgnoreCase).Count() < ids.Count) length++;
        return [.. ids.Select(id => Cut(id, length))];
    }

    private static string Cut(string id, int length) => id.Length <= length ? id : id[..length];
}
