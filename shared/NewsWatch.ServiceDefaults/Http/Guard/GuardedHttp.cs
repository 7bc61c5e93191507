using System.Net;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>Clients for addresses that users and feeds supplied.</summary>
public static class GuardedHttp
{
    /// <summary>Adds the guard and its options; repeated calls add nothing.</summary>
    public static IServiceCollection AddOutboundGuard(this IServiceCollection services)
    {
        services.AddOptions<OutboundGuardOptions>().BindConfiguration(OutboundGuardOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IHostResolver, SystemHostResolver>();
        services.TryAddSingleton<OutboundGuard>();
        return services;
    }

    /// <summary>Adds a named client behind the guard. Resilience handlers go on top of it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="maxRedirects">Most redirects, where they differ from the options'.</param>
    public static IHttpClientBuilder AddGuardedHttpClient(this IServiceCollection services, string name, int? maxRedirects = null) =>
        services.AddOutboundGuard()
            .AddHttpClient(name)
            .ConfigureHttpClient((provider, client) => client.Timeout = provider.GetRequiredService<IOptions<OutboundGuardOptions>>().Value.Timeout)
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var options = provider.GetRequiredService<IOptions<OutboundGuardOptions>>().Value;
                return CreateHandler(provider.GetRequiredService<OutboundGuard>(), options, maxRedirects ?? options.MaxRedirects);
            });

    /// <summary>The handler behind such a client.</summary>
    public static HttpMessageHandler CreateHandler(OutboundGuard guard, OutboundGuardOptions options, int maxRedirects)
    {
        ArgumentNullException.ThrowIfNull(options);
        var redirects = new OutboundGuardOptions { MaxRedirects = maxRedirects };
        return new GuardedRedirects(redirects) { InnerHandler = CreateSockets(guard, options) };
    }

    // No proxy: it would connect where the guard cannot look. No cookies: feeds have no session.
    private static SocketsHttpHandler CreateSockets(OutboundGuard guard, OutboundGuardOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        ConnectTimeout = options.ConnectTimeout,
        ConnectCallback = new GuardedConnect(guard).ConnectAsync,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 64 * 1024,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    };
}
