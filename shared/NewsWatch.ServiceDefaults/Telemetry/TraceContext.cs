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
        [.. FirstOfRuns(contexts).Distinct().Take(limit).Select(c => Parse(c.TraceParent, c.TraceState)).Where(c => c != default).Select(c => new ActivityLink(c))];

    // What one push brought stands side by side, and comparing with the one before is much quicker than looking up.
    private static IEnumerable<(string? TraceParent, string? TraceState)> FirstOfRuns(IEnumerable<(string? TraceParent, string? TraceState)> contexts)
    {
        (string? TraceParent, string? TraceState) before = default;
        foreach (var context in contexts)
        {
            if (context.TraceParent is null || context == before) continue;
            before = context;
            yield return context;
        }
    }
}
