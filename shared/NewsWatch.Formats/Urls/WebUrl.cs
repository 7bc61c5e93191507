using System.Globalization;

namespace NewsWatch.Formats.Urls;

/// <summary>An http or https URL as browsers understand it (WHATWG URL Standard), which is what pages and feeds are written for.</summary>
public sealed record WebUrl
{
    /// <summary><c>http</c> or <c>https</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary><c>user:password</c>, percent-encoded, or an empty string.</summary>
    public string UserInfo { get; init; } = "";

    /// <summary>ASCII, lower case; an IPv4 address as four decimals whatever its spelling, IPv6 in brackets.</summary>
    public required string Host { get; init; }

    /// <summary>The port where it is not the scheme's own.</summary>
    public int? Port { get; init; }

    /// <summary>Starts with a slash, dot segments resolved.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Without the question mark; <see langword="null"/> where there is none.</summary>
    public string? Query { get; init; }

    /// <summary>Without the hash; <see langword="null"/> where there is none.</summary>
    public string? Fragment { get; init; }

    /// <summary>Scheme, host and port.</summary>
    public string Origin => Port is { } port ? string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{Host}:{port}") : $"{Scheme}://{Host}";

    /// <summary>Reads <paramref name="text"/>, against <paramref name="relativeTo"/> where it is relative.</summary>
    /// <returns><see langword="null"/> for what is no web address.</returns>
    public static WebUrl? TryParse(string? text, WebUrl? relativeTo = null) => text is null ? null : new WebUrlParser(text, relativeTo).Parse();

    /// <summary>Resolves a link; <see langword="null"/> where it leads to nothing on the web.</summary>
    public static string? Resolve(string? link, string? baseUrl) => TryParse(link, TryParse(baseUrl))?.ToString();

    /// <inheritdoc/>
    public override string ToString()
    {
        var user = UserInfo.Length > 0 ? UserInfo + "@" : "";
        var port = Port is { } number ? string.Create(CultureInfo.InvariantCulture, $":{number}") : "";
        return string.Concat([Scheme, "://", user, Host, port, Path, Query is null ? "" : "?", Query, Fragment is null ? "" : "#", Fragment]);
    }
}
