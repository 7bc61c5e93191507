using System.Diagnostics;

namespace NewsWatch.ServiceDefaults.Telemetry;

/// <summary>W3C trace context as it travels with articles and alerts.</summary>
public static class TraceContext
{
    /// <summary>The context that the strings name; default where they name none, since a bad header must not cost an article.</summary>
    public static ActivityContext Parse(string? traceParent, string? traceState) =>
        ActivityContext.TryParse(traceParent, traceState, isRemote: true, out var context) ? context : default;

    /// <summary>One link for each distinct trace context, at most <paramref name="limit"/>.</summary>
    public static IReadOnlyList<ActivityLink> Links(IEnumerable<(string? TraceParent, string? TraceState)> contexts, int limit = 64) =>
        [.. contexts.Where(c => c.TraceParent is not null).Distinct().Take(limit).Select(c => Parse(c.TraceParent, c.TraceState)).Where(c => c != default).Select(c => new ActivityLink(c))];
}
