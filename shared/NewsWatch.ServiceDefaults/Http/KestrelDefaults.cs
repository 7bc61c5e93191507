using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace NewsWatch.ServiceDefaults.Http;

internal static class KestrelDefaults
{
    public static void ConfigureKestrelDefaults(this IWebHostBuilder web) =>
        web.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false)
            .ConfigureServices(services => services.AddSingleton<IMemoryPoolFactory<byte>, LargeBlocks>());
}
