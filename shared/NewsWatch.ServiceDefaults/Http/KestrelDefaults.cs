using Microsoft.AspNetCore.Hosting;

namespace NewsWatch.ServiceDefaults.Http;

internal static class KestrelDefaults
{
    public static void ConfigureKestrelDefaults(this IWebHostBuilder web) =>
        web.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
}
