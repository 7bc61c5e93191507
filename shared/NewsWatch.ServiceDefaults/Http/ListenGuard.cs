using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.ServiceDefaults.Http;

/// <summary>Refuses to serve the network without a key: whoever reaches the port could push articles and edit watches.</summary>
internal static class ListenGuard
{
    public static void AddListenGuard(this WebApplicationBuilder builder)
    {
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? "";
        if (!string.IsNullOrEmpty(builder.Configuration[ApiKey.Setting])) return;
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsLoopback(url))
                throw new InvalidOperationException($"Refusing to listen on {url} without an API key: set {ApiKey.Setting.Replace(":", "__", StringComparison.Ordinal)}, or listen on 127.0.0.1.");
        }
    }

    private static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
