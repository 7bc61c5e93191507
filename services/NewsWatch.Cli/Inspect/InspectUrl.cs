using NewsWatch.Formats.Urls;
using NewsWatch.ServiceDefaults.Http.Guard;

namespace NewsWatch.Cli.Inspect;

/// <summary><c>inspect url</c>: an address's canonical form, its site, and whether the outbound guard would connect to it.</summary>
internal sealed class InspectUrl(OutboundGuard guard)
{
    /// <summary>Writes a line for each address.</summary>
    /// <returns>How many are no web addresses.</returns>
    public async Task<int> RunAsync(IEnumerable<string> arguments, TextWriter output, CancellationToken cancellation = default)
    {
        var failed = 0;
        foreach (var argument in arguments)
        {
            var line = await InspectAsync(argument, cancellation);
            if (line.Error is not null) failed++;
            InspectJson.WriteLine(output, line);
        }

        return failed;
    }

    private async Task<UrlLine> InspectAsync(string input, CancellationToken cancellation)
    {
        if (Read(input) is not { } url)
        {
            var error = $"'{input}' is no web address: it must be http or https with a host name.";
            return new UrlLine { Input = input, Reason = error, Error = error };
        }

        // The guard judges what would be called, not what it would be filed under.
        var verdict = UrlShape.Problem(input) is { } problem ? new GuardVerdict(problem, []) : await guard.CheckHostAsync(url.Host, cancellation);
        var canonical = CanonicalUrl.Of(url);
        return new UrlLine
        {
            Input = input,
            Url = canonical.ToString(),
            Domain = RegistrableDomain.Of(canonical.Host),
            Allowed = verdict.Allowed,
            Reason = verdict.Reason,
            Addresses = verdict.Addresses.Select(a => a.ToString()).ToList(),
        };
    }

    // People leave the scheme out.
    private static WebUrl? Read(string input) =>
        WebUrl.TryParse(input) ?? (input.Contains('.', StringComparison.Ordinal) && !input.Contains(':', StringComparison.Ordinal) ? WebUrl.TryParse("http://" + input.TrimStart('/')) : null);
}

internal sealed record UrlLine : InspectLine
{
    public string? Url { get; init; }

    public string? Domain { get; init; }

    public bool Allowed { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<string> Addresses { get; init; } = [];
}
