namespace NewsWatch.Storage.Elasticsearch;

/// <summary>Reads the connection string.</summary>
internal static class NodeAddresses
{
    /// <summary>One URL, or several separated by commas.</summary>
    /// <exception cref="FormatException">One of them is no address of a server.</exception>
    public static IReadOnlyList<Uri> Parse(string addresses) =>
        [.. addresses.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Node)];

    private static Uri Node(string text, int position) =>
        Uri.TryCreate(text, UriKind.Absolute, out var node) && (node.Scheme == Uri.UriSchemeHttp || node.Scheme == Uri.UriSchemeHttps)
            ? node
            : throw new FormatException(FormattableString.Invariant(
                $"ConnectionStrings:elasticsearch: address {position + 1} is not an http or https URL. Write http://host:9200, or https://user:password@host:9200, several separated by commas."));
}
