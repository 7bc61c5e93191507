using System.Text.Json;
using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Live;

/// <summary><c>GET /api/alerts/stream</c>: Server-Sent Events.</summary>
internal static class AlertStreamEndpoint
{
    public static void MapAlertStream(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/alerts/stream", StreamAsync).WithName("StreamAlerts").WithTags("Alerts")
            .WithSummary("Alerts as they come (Server-Sent Events); 'Last-Event-ID', or 'after' where no header can be set, resumes without a gap.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream");

    private static Task StreamAsync(HttpContext http, string? topic, string? watch, string? after, AlertStream stream) => stream.RunAsync(
        http, new StreamFilter(TopicPattern.Parse(topic), watch), AlertStream.LastSeen(http.Request, after), alert => Task.FromResult(JsonSerializer.Serialize(alert, NewsWatchJson.Options)));
}
