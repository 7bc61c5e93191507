using System.Net;
using System.Text.Json;

namespace NewsWatch.Cli.Api;

/// <summary>The server refused a call.</summary>
internal sealed class ApiException(HttpStatusCode status, JsonElement problem) : Exception(Describe(status, problem))
{
    public HttpStatusCode Status { get; } = status;

    public JsonElement Problem { get; } = problem;

    private static string Describe(HttpStatusCode status, JsonElement problem)
    {
        if (status == HttpStatusCode.Unauthorized) return "The server asks for its API key: set NewsWatch__ApiKey, or give --api-key KEY.";
        return problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("detail", out var detail) && detail.GetString() is { Length: > 0 } text
            ? text
            : $"The server answered {(int)status} {status}.";
    }
}

/// <summary>No server answers.</summary>
internal sealed class ServerAwayException(Uri server, string from, Exception reason)
    : HttpRequestException($"No server answers at {server.GetLeftPart(UriPartial.Authority)} ({from}): {Root(reason)} Start one with 'newswatch', or name one with --server URL.", reason)
{
    private static string Root(Exception reason)
    {
        while (reason.InnerException is { } inner) reason = inner;
        return reason.Message.TrimEnd('.') + ".";
    }
}
