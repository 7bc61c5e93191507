using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;

namespace NewsWatch.Storage.Elasticsearch.Alerts;

/// <summary>Alerts of all months.</summary>
internal sealed class ElasticsearchAlertSearch(ElasticsearchHttp http, IndexNames names) : IAlertSearch
{
    private readonly Documents _documents = new(http);

    public Task<AlertPage> ListAsync(AlertQuery query, CancellationToken cancellationToken = default)
    {
        var after = query.After is null ? (AlertCursor?)null : AlertCursor.Parse(query.After);
        return StorageTelemetry.SearchAsync(ElasticsearchStore.System, "alerts", () => PageAsync(query, after, cancellationToken));
    }

    public async Task<AlertRaised?> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        var body = new JsonObject { ["size"] = 1, ["query"] = new JsonObject { ["ids"] = new JsonObject { ["values"] = new JsonArray(id) } } };
        return (await ReadAsync(body, cancellationToken)).FirstOrDefault();
    }

    public Task<IReadOnlyList<WatchDayCount>> CountPerDayAsync(AlertQuery query, CancellationToken cancellationToken = default) =>
        StorageTelemetry.SearchAsync(ElasticsearchStore.System, "alerts", () => DaysAsync(query, cancellationToken));

    private async Task<IReadOnlyList<WatchDayCount>> DaysAsync(AlertQuery query, CancellationToken cancellationToken)
    {
        const int Page = 10_000;
        var days = new List<WatchDayCount>();
        JsonNode? after = null;
        do
        {
            using var answer = await _documents.SearchAsync(names.Alerts, AlertQueryJson.PerDay(query, Page, after), cancellationToken);
            var buckets = answer.Buckets("days").ToArray();
            days.AddRange(buckets.Select(Day));
            after = buckets.Length < Page ? null : JsonNode.Parse(buckets[^1].GetProperty("key").GetRawText());
        }
        while (after is not null);
        return days;
    }

    private static WatchDayCount Day(JsonElement bucket) => new(
        bucket.GetProperty("key").GetProperty("watch").GetString()!,
        DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(bucket.GetProperty("key").GetProperty("day").GetInt64()).UtcDateTime),
        bucket.GetProperty("doc_count").GetInt64());

    private async Task<AlertPage> PageAsync(AlertQuery query, AlertCursor? after, CancellationToken cancellationToken)
    {
        var alerts = await ReadAsync(AlertQueryJson.Of(query, after), cancellationToken);
        if (alerts.Count <= query.Limit) return new AlertPage(alerts, null);
        alerts.RemoveAt(query.Limit);
        return new AlertPage(alerts, AlertCursor.Of(alerts[^1]).ToString());
    }

    private async Task<List<AlertRaised>> ReadAsync(JsonObject body, CancellationToken cancellationToken)
    {
        using var answer = await _documents.SearchAsync(names.Alerts, body, cancellationToken);
        return [.. answer.Hits().Select(h => Documents.Read<AlertSource>(h).Source.ToAlert())];
    }
}
