using System.Globalization;
using System.Text;
using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Console;

/// <summary>Addresses of views; everything that a person may have written is escaped here.</summary>
internal static class Links
{
    public static string Live(string? topic = null, string? watch = null, string? after = null) => With("/", ("topic", topic), ("watch", watch), ("after", after));

    public static string Article(string id, int? revision = null, string? alert = null) =>
        With($"/articles/{Uri.EscapeDataString(id)}", ("revision", revision?.ToString(CultureInfo.InvariantCulture)), ("alert", alert));

    public static string Alert(AlertRaised alert) => Article(alert.Article.Id, alert.Article.Revision, alert.Id);

    public static string Watch(string id) => $"/watches/{Uri.EscapeDataString(id)}";

    public static string Fragment(string name) => $"/fragments/{Uri.EscapeDataString(name)}/edit";

    public static string Search(string? query = null, string? source = null) => With("/search", ("q", query), ("source", source));

    public static string NewWatch(string? query = null, string? topic = null) => With("/watches/new", ("query", query), ("topic", topic));

    public static string Atom(string? topic = null) => With("/alerts.atom", ("topic", topic));

    /// <summary>A path with those parameters that have a value.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder(path);
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in parameters)
        {
            if (string.IsNullOrEmpty(value)) continue;
            text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return text.ToString();
    }

    /// <summary>An address that a feed or a user supplied, where a browser may be led to it; else <see langword="null"/>.</summary>
    public static string? Outside(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? url : null;
}
