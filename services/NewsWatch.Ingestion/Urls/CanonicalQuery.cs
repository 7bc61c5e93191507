namespace NewsWatch.Ingestion.Urls;

/// <summary>Queries in one spelling: what tracks is gone, the rest sorted by name.</summary>
internal static class CanonicalQuery
{
    // Longer ones are machine-made states, not names of articles; sorting them would only cost time.
    private const int MostPairs = 200;

    public static string? Of(string host, string? query)
    {
        if (string.IsNullOrEmpty(query)) return null;
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (pairs.Length > MostPairs) return query;
        var kept = pairs
            .Select(pair => (Name: NameOf(pair), Text: Spelling(pair)))
            .Where(pair => !TrackingParameters.Contains(host, pair.Name))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => pair.Text)
            .ToList();
        return kept.Count == 0 ? null : string.Join('&', kept);
    }

    private static string Spelling(string pair) => CanonicalPath.Escapes(pair).Replace("%20", "+", StringComparison.Ordinal);

    private static string NameOf(string pair)
    {
        var end = pair.IndexOf('=', StringComparison.Ordinal);
        return PercentEncoding.Decode(end < 0 ? pair : pair[..end]);
    }
}
