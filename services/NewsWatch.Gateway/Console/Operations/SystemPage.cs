using Microsoft.Extensions.Options;
using NewsWatch.Gateway.Kibana;
using NewsWatch.Gateway.Operations;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.ServiceDefaults.Messaging.Errors;

namespace NewsWatch.Gateway.Console.Operations;

/// <summary><c>/system</c>: how every part is doing, and what was put aside.</summary>
internal static class SystemPage
{
    private const int MostListed = 50;

    public static void MapSystemPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/system", ShowAsync);
        pages.MapPost("/system/errors/{queue}/replay", ReplayAsync);
        pages.MapPost("/system/errors/{queue}/drop", DropAsync);
    }

    private static async Task<IResult> ShowAsync(
        int? replayed, int? dropped, SystemReport report, IErrorQueues errors, IOptions<ConsoleOptions> options, KibanaLinks kibana, CancellationToken cancellationToken)
    {
        var state = await report.AskAsync(cancellationToken);
        var failed = new List<FailedMessage>();
        foreach (var queue in state.Broker.Queues.Where(q => q.Errors > 0)) failed.AddRange(await errors.ListAsync(queue.Name, MostListed, cancellationToken));
        return ConsolePage.Show<SystemView, SystemModel>(new SystemModel(state, failed, replayed, dropped)
        {
            TracesUrl = options.Value.TraceUrl is { } url && Uri.TryCreate(url.Replace("{traceId}", "", StringComparison.Ordinal), UriKind.Absolute, out var traces) ? traces.GetLeftPart(UriPartial.Authority) : null,
            ArticleDashboard = kibana.ArticleDashboard,
            AlertDashboard = kibana.AlertDashboard,
            MetricsUrl = options.Value.MetricsUrl,
        });
    }

    private static async Task<IResult> ReplayAsync(string queue, HttpRequest request, IErrorQueues errors, CancellationToken cancellationToken)
    {
        var id = await IdAsync(request, cancellationToken);
        var replayed = Queues.Durable.Contains(queue) ? await errors.ReplayAsync(queue, id, cancellationToken) : 0;
        return ConsolePage.Go(FormattableString.Invariant($"/system?replayed={replayed}#errors"));
    }

    private static async Task<IResult> DropAsync(string queue, HttpRequest request, IErrorQueues errors, CancellationToken cancellationToken)
    {
        var dropped = await IdAsync(request, cancellationToken) is { } id && Queues.Durable.Contains(queue) && await errors.DiscardAsync(queue, id, cancellationToken);
        return ConsolePage.Go($"/system?dropped={(dropped ? 1 : 0)}#errors");
    }

    private static async Task<string?> IdAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await request.ReadFormAsync(cancellationToken))["id"].ToString() is { Length: > 0 } id ? id : null;
}

/// <param name="State">How the parts are.</param>
/// <param name="Failed">What was put aside, the first of each queue.</param>
/// <param name="Replayed">How many messages were given back just now.</param>
/// <param name="Dropped">How many were dropped just now.</param>
public sealed record SystemModel(SystemState State, IReadOnlyList<FailedMessage> Failed, int? Replayed, int? Dropped)
{
    public string? TracesUrl { get; init; }

    /// <summary>Kibana's dashboard of articles, where there is a Kibana.</summary>
    public string? ArticleDashboard { get; init; }

    /// <summary>Kibana's dashboard of alerts.</summary>
    public string? AlertDashboard { get; init; }

    public string? MetricsUrl { get; init; }

    public long Errors => State.Broker.Queues.Sum(q => q.Errors);

    /// <summary>The whole in one sentence.</summary>
    public (string Tone, string Words) Summary
    {
        get
        {
            var troubled = State.Parts.Where(p => p.State != PartState.Ready).Select(p => p.Name).ToList();
            if (State.Broker.Problem is not null) troubled.Add(State.Broker.Name);
            if (troubled.Count > 0) return ("bad", $"Not everything works: {string.Join(", ", troubled)}.");
            return Errors > 0 ? ("warn", $"Everything runs, and {Errors} {(Errors == 1 ? "message was" : "messages were")} put aside.") : ("ok", "Everything runs.");
        }
    }
}
