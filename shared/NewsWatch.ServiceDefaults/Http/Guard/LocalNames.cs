namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>Names that mean something on a local network only, whatever a resolver may answer (RFC 6761, 6762, 8375, ICANN's private-use <c>internal</c>).</summary>
internal static class LocalNames
{
    private static readonly string[] Suffixes = ["localhost", "local", "localdomain", "internal", "intranet", "lan", "corp", "home", "home.arpa", "invalid", "onion"];

    public static bool IsLocal(string host) =>
        !host.Contains('.', StringComparison.Ordinal)
        || Array.Exists(Suffixes, s => host.EndsWith("." + s, StringComparison.OrdinalIgnoreCase));
}
