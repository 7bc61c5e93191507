using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NewsWatch.ServiceDefaults.Telemetry;

internal static class TelemetrySetup
{
    /// <summary>Sources and meters of this system are named after their assemblies, so one pattern finds them all.</summary>
    private const string OwnSources = "NewsWatch.*";

    private static readonly double[] SecondsBuckets = [0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    public static void AddTelemetry(this WebApplicationBuilder builder, string serviceName)
    {
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
            console.UseUtcTimestamp = true;
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Logging.AddFilter("Polly", LogLevel.Error);
        builder.Logging.AddFilter("MassTransit", LogLevel.Warning);

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? serviceName, serviceVersion: ProductVersion.Text))
            .WithMetrics(metrics => metrics
                .AddMeter(OwnSources, "MassTransit", "Polly")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddView(instrument => instrument.Unit == "s" && instrument.Meter.Name.StartsWith("NewsWatch.", StringComparison.Ordinal)
                    ? new ExplicitBucketHistogramConfiguration { Boundaries = SecondsBuckets }
                    : null)
                // By default an answer is up to 0.3 s old, and disagrees with what was seen since.
                .AddPrometheusExporter(prometheus => prometheus.ScrapeResponseCacheDurationMilliseconds = 0));

        if (HasOtlpEndpoint(builder.Configuration))
        {
            builder.Logging.AddOpenTelemetry(logs =>
            {
                logs.IncludeFormattedMessage = true;
                logs.IncludeScopes = true;
            });
            // Only where someone looks: spans that nobody exports would still cost every article some microseconds. The trace context itself
            // travels without them.
            telemetry
                .WithTracing(tracing => tracing
                    .AddSource(OwnSources, "MassTransit")
                    .AddAspNetCoreInstrumentation(http => http.Filter = context => IsWorthATrace(context.Request.Path))
                    .AddHttpClientInstrumentation())
                .UseOtlpExporter();
        }
    }

    private static bool HasOtlpEndpoint(ConfigurationManager configuration) =>
        !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])
        || !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"]);

    /// <summary>Probes and scrapes come every few seconds and would bury the traces of articles.</summary>
    private static bool IsWorthATrace(string? path) =>
        path is null || !(path.StartsWith("/health", StringComparison.Ordinal) || path.StartsWith("/metrics", StringComparison.Ordinal));
}
