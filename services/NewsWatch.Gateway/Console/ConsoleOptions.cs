using System.ComponentModel.DataAnnotations;

namespace NewsWatch.Gateway.Console;

/// <summary>Settings below <c>NewsWatch:Console</c>: where the tools beside the console are, if there are any.</summary>
internal sealed class ConsoleOptions
{
    public const string Section = "NewsWatch:Console";

    /// <summary>Address of one trace in the trace viewer, with <c>{traceId}</c> where its id goes, such as <c>http://127.0.0.1:18888/traces/detail/{traceId}</c>.</summary>
    [RegularExpression(@"https?://.*\{traceId\}.*", ErrorMessage = "NewsWatch:Console:TraceUrl must be an http or https address that holds {traceId} where the trace's id goes.")]
    public string? TraceUrl { get; set; }

    /// <summary>Address of the dashboards that show the metrics.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "NewsWatch:Console:MetricsUrl must be an http or https address.")]
    public string? MetricsUrl { get; set; }

    /// <summary>The other processes by name, each with the address that its health endpoint is below.</summary>
    public Dictionary<string, string> Services { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address of a trace, or <see langword="null"/> where no viewer is configured.</summary>
    public string? TraceAddress(string traceId) => TraceUrl?.Replace("{traceId}", traceId, StringComparison.Ordinal);
}
