using MassTransit;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>Trace context in an alert's headers, under the names of W3C Trace Context.</summary>
public static class AlertHeaders
{
    /// <summary>Puts an alert's trace context into the headers.</summary>
    public static void Write(SendHeaders headers, AlertRaised alert)
    {
        if (alert.TraceParent is not null) headers.Set("traceparent", alert.TraceParent);
        if (alert.TraceState is not null) headers.Set("tracestate", alert.TraceState);
    }

    /// <summary>The received alert with the trace context of its headers.</summary>
    public static AlertRaised ReadAlert(this ConsumeContext<AlertRaised> context) => context.Message with
    {
        TraceParent = context.Headers.Get<string>("traceparent"),
        TraceState = context.Headers.Get<string>("tracestate"),
    };
}
