using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Health;

internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        // Alive means that the process answers at all: a broker that is away must not get it restarted.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        // The bus calls the loss of its broker a degradation; a process without a broker takes nothing and is not ready.
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            ResponseWriter = WriteAsync,
            ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
        });
    }

    private static Dictionary<string, object>? NumbersOf(HealthReportEntry entry) =>
        entry.Data.Values.Any(value => value is int) ? entry.Data.Where(pair => pair.Value is int).ToDictionary() : null;

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var body = new
        {
            status = report.Status.ToString(),
            checks = report.Entries.Select(entry => new
            {
                name = entry.Key,
                status = entry.Value.Status.ToString(),
                description = entry.Value.Description ?? entry.Value.Exception?.Message,
                numbers = NumbersOf(entry.Value),
            }),
        };
        return JsonSerializer.SerializeAsync(context.Response.Body, body, NewsWatchJson.Options, context.RequestAborted);
    }
}
