using NewsWatch.Formats.Urls.Hosts;

namespace NewsWatch.Formats.Urls;

/// <summary>The domain that a site's owner registered: one label below a public suffix.</summary>
public static class RegistrableDomain
{
    /// <summary><c>news.bbc.co.uk</c> → <c>bbc.co.uk</c>; <see langword="null"/> for addresses and for hosts that are a suffix themselves.</summary>
    /// <param name="host">ASCII, lower case.</param>
    public static string? Of(string? host)
    {
        var name = host?.TrimEnd('.') ?? "";
        if (name.Length == 0 || name[0] is '[' or '.' || Ipv4Number.EndsInNumber(name)) return null;
        if (name.Contains("..", StringComparison.Ordinal)) return null;
        var suffix = PublicSuffixes.Start(name);
        return suffix == 0 ? null : name[(name.LastIndexOf('.', suffix - 2) + 1)..];
    }
}
