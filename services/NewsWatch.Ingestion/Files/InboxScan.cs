namespace NewsWatch.Ingestion.Files;

/// <summary>Finds the files that are whole: unchanged since the look before.</summary>
internal sealed class InboxScan(string folder)
{
    private Dictionary<string, (long Length, DateTime Written)> _before = new(StringComparer.Ordinal);

    public IReadOnlyList<string> WholeFiles()
    {
        var now = new Dictionary<string, (long, DateTime)>(StringComparer.Ordinal);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
        {
            if (!IsUnfinished(file.Name)) now[file.FullName] = (file.Length, file.LastWriteTimeUtc);
        }

        var whole = now.Where(file => _before.TryGetValue(file.Key, out var before) && before == file.Value).Select(file => file.Key).Order(StringComparer.Ordinal).ToList();
        _before = now;
        return whole;
    }

    /// <summary>Names that editors, browsers and copy programs give to what they are still writing.</summary>
    private static bool IsUnfinished(string name) =>
        name.StartsWith('.') || name.EndsWith('~') || Path.GetExtension(name).ToLowerInvariant() is ".tmp" or ".part" or ".crdownload" or ".swp";
}
