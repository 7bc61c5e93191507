using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsWatch.ServiceDefaults.Health;
using NewsWatch.ServiceDefaults.Hosting;
using NewsWatch.ServiceDefaults.Http;
using NewsWatch.ServiceDefaults.Telemetry;

namespace NewsWatch.ServiceDefaults;

/// <summary>What every NewsWatch process has: telemetry, health, resilient outbound HTTP, a clock.</summary>
public static class ServiceDefaultsModule
{
    /// <summary>Registers the defaults.</summary>
    /// <param name="builder">The process.</param>
    /// <param name="serviceName">Name in traces, metrics and logs unless <c>OTEL_SERVICE_NAME</c> says otherwise, e.g. <c>newswatch-indexer</c>.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string serviceName)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<HostRestart>();
        builder.AddTelemetry(serviceName);
        builder.AddListenGuard();
        builder.Services.AddHealthChecks();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = RefusalDetails.Add);
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        builder.WebHost.ConfigureKestrelDefaults();
        return builder;
    }

    /// <summary>Maps <c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c>.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint("/metrics");
        return app;
    }
}
