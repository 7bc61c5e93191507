using NewsWatch.Contracts;
using NewsWatch.Gateway.Articles;
using NewsWatch.Storage.Alerts;

namespace NewsWatch.Gateway.Alerts;

/// <summary><c>GET /api/alerts</c> and <c>/api/alerts/{id}</c>.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        var alerts = routes.MapGroup("/api/alerts").WithTags("Alerts");
        alerts.MapGet("/", ListAsync).WithName("ListAlerts").WithSummary("Alerts, newest first; 'topic' takes AMQP patterns such as sanctions.#")
            .Produces<AlertPage>();
        alerts.MapGet("/counts", CountAsync).WithName("CountAlerts").WithSummary("How many alerts each watch raised on each day; days without any are absent.")
            .Produces<AlertCountAnswer>();
        alerts.MapGet("/{id}", GetAsync).WithName("GetAlert").WithSummary("One alert.").Produces<AlertRaised>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        string? topic, string? watch, string? article, string? from, string? to, int? limit, string? after, IAlertSearch archive, CancellationToken cancellationToken)
    {
        var query = new AlertQuery
        {
            Topic = TopicPattern.Parse(topic),
            Watch = Empty(watch),
            Article = Empty(article),
            From = QueryTime.Read("from", from),
            To = QueryTime.Read("to", to),
            Limit = QueryLimit.Read(limit, lowest: 1),
            After = Empty(after),
        };
        return Results.Ok(await archive.ListAsync(query, cancellationToken));
    }

    private static async Task<IResult> CountAsync(
        string? topic, string? watch, string? article, string? from, string? to, IAlertSearch archive, CancellationToken cancellationToken)
    {
        var query = new AlertQuery { Topic = TopicPattern.Parse(topic), Watch = Empty(watch), Article = Empty(article), From = QueryTime.Read("from", from), To = QueryTime.Read("to", to) };
        return Results.Ok(new AlertCountAnswer(await archive.CountPerDayAsync(query, cancellationToken)));
    }

    // As a form sends what was left blank.
    private static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static async Task<IResult> GetAsync(string id, IAlertSearch archive, CancellationToken cancellationToken) =>
        await archive.GetAsync(id, cancellationToken) is { } alert ? Results.Ok(alert) : ApiProblems.NotFound($"There is no alert '{id}'.");
}

/// <summary>Counts of alerts as the API gives them.</summary>
public sealed record AlertCountAnswer(IReadOnlyList<WatchDayCount> Items);
