using System.Text.RegularExpressions;

namespace NewsWatch.Ingestion.WebSub;

/// <summary>Hubs and the topic as HTTP's own <c>Link</c> header names them (RFC 8288).</summary>
internal static partial class LinkHeader
{
    public static (IReadOnlyList<string> Hubs, string? Self) Find(string? headers)
    {
        if (headers is null) return ([], null);
        var links = Links().Matches(headers).Select(m => (Url: m.Groups["url"].Value, Relations: m.Groups["rel"].Value.Split(' '))).ToList();
        return ([.. links.Where(l => l.Relations.Contains("hub", StringComparer.OrdinalIgnoreCase)).Select(l => l.Url)],
            links.Find(l => l.Relations.Contains("self", StringComparer.OrdinalIgnoreCase)).Url);
    }

    [GeneratedRegex("""<(?<url>[^<>\s]{1,2048})>\s*;(?:[^,<]*;)?\s*rel\s*=\s*(?:"(?<rel>[^"]*)"|(?<rel>[^\s;,"]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Links();
}
