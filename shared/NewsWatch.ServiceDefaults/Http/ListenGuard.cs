using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace NewsWatch.ServiceDefaults.Http;

/// <summary>Refuses to serve the network without a key: whoever reaches the port could push articles and edit watches.</summary>
internal static class ListenGuard
{
    public static void AddListenGuard(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration[ApiKey.Setting])) return;
        foreach (var url in Addresses(builder.Configuration))
        {
            if (!IsLoopback(url))
                throw new InvalidOperationException($"Refusing to listen on {url} without an API key: set {ApiKey.Setting.Replace(":", "__", StringComparison.Ordinal)}, or listen on 127.0.0.1.");
        }
    }

    /// <summary>Every way in which a host can be told where to listen; the image of the .NET runtime, for one, sets a port for all addresses.</summary>
    private static IEnumerable<string> Addresses(ConfigurationManager configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>().ToList();
        if (endpoints.Count > 0) return endpoints;
        var urls = Split(configuration["urls"]);
        return urls.Length > 0 ? urls : [.. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"), .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}")];
    }

    private static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(string url)
    {
        var address = Parse(url);
        return address.IsUnixPipe
            || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException e)
        {
            throw new InvalidOperationException($"'{url}' is no address to listen on: write one such as http://127.0.0.1:8600.", e);
        }
    }
}
