using NewsWatch.Formats.Urls.Hosts;

namespace NewsWatch.Formats.Urls;

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
        var kept = new List<(string Name, string Text)>(pairs.Length);
        foreach (var pair in pairs)
        {
            var text = Spelling(pair);
            var name = NameOf(text);
            if (!TrackingParameters.Contains(host, name) && !IsReferringSite(name, text)) kept.Add((name, text));
        }

        kept.Sort(ByNameThenText);
        return kept.Count == 0 ? null : string.Join('&', kept.Select(pair => pair.Text));
    }

    private static int ByNameThenText((string Name, string Text) a, (string Name, string Text) b) =>
        string.CompareOrdinal(a.Name, b.Name) is not 0 and var order ? order : string.CompareOrdinal(a.Text, b.Text);

    // "ref" may name a part of a work; a host in it is the site that sent the reader.
    private static bool IsReferringSite(string name, string pair) =>
        name.Equals("ref", StringComparison.OrdinalIgnoreCase) && pair.Length > 4 && RegistrableDomain.Of(HostName.Parse(PercentEncoding.Decode(pair[4..]))) is not null;

    // A name without a value and one with an empty value say the same.
    private static string Spelling(string pair)
    {
        var text = CanonicalPath.Escapes(pair).Replace("%20", "+", StringComparison.Ordinal);
        return text.Length > 1 && text.IndexOf('=', StringComparison.Ordinal) == text.Length - 1 ? text[..^1] : text;
    }

    // Of a spelt pair, so that its place among the others is the same whichever way it was escaped.
    private static string NameOf(string pair)
    {
        var end = pair.IndexOf('=', StringComparison.Ordinal);
        return PercentEncoding.Decode(end < 0 ? pair : pair[..end]);
    }
}
