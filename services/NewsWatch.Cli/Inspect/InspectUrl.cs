using NewsWatch.Ingestion.Urls;

namespace NewsWatch.Cli.Inspect;

internal sealed record UrlLine : InspectLine
{
    public string? Url { get; init; }

    public string? Domain { get; init; }

    public bool Allowed { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<string> Addresses { get; init; } = [];
}

internal static class InspectUrl
{
    public static UrlLine Canonical(string input) => CanonicalUrl.Of(input) is { } url
        ? new UrlLine { Input = input, Url = url, Domain = RegistrableDomain.Of(WebUrl.TryParse(url)!.Host) }
        : new UrlLine { Input = input, Error = $"'{input}' is no web address: it must be http or https with a host name." };
}
