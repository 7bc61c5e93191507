using System.Buffers;

namespace NewsWatch.Formats.Urls;

/// <summary>Paths: encoded, dot segments resolved, backslashes taken for slashes.</summary>
internal static class UrlPath
{
    private static readonly SearchValues<char> NeverEncoded = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    public static string Resolve(string basePath, string path)
    {
        // Nearly every path is in its one spelling already.
        if (path.StartsWith('/') && !path.AsSpan().ContainsAnyExcept(NeverEncoded) && !path.Contains("/.", StringComparison.Ordinal)) return path;
        path = path.Replace('\\', '/');
        var segments = new List<string>();
        if (!path.StartsWith('/'))
        {
            segments.AddRange(basePath[1..].Split('/'));
            segments.RemoveAt(segments.Count - 1);
        }

        Append(segments, path.StartsWith('/') ? path[1..] : path);
        return "/" + string.Join('/', segments);
    }

    private static void Append(List<string> segments, string path)
    {
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            if (IsDouble(parts[i]))
            {
                if (segments.Count > 0) segments.RemoveAt(segments.Count - 1);
                if (last) segments.Add("");
            }
            else if (IsSingle(parts[i]))
            {
                if (last) segments.Add("");
            }
            else
            {
                segments.Add(PercentEncoding.Path(parts[i]));
            }
        }
    }

    private static bool IsSingle(string part) => part is "." || part.Equals("%2e", StringComparison.OrdinalIgnoreCase);

    private static bool IsDouble(string part) =>
        part.Length <= 6 && part.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) == "..";
}
