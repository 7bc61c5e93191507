using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;

namespace NewsWatch.Storage.Elasticsearch.Alerts;

/// <summary>Alerts into the month of their article.</summary>
internal sealed class ElasticsearchAlertWriter(BulkSender bulk, IndexNames names) : IAlertWriter
{
    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<AlertRaised> alerts, CancellationToken cancellationToken = default) =>
        StorageTelemetry.WriteAsync(ElasticsearchStore.System, "alerts", alerts.Count, () => StoreAsync(alerts, cancellationToken));

    private async Task<IReadOnlyList<WriteOutcome>> StoreAsync(IReadOnlyList<AlertRaised> alerts, CancellationToken cancellationToken)
    {
        var outcomes = new WriteOutcome[alerts.Count];
        var sent = new Dictionary<string, int>();
        for (var i = 0; i < alerts.Count; i++)
        {
            if (AlertProblem.Of(alerts[i]) is { } problem) outcomes[i] = new WriteOutcome(WriteResult.Rejected, problem);
            else if (!sent.TryAdd(alerts[i].Id, i)) outcomes[i] = new WriteOutcome(WriteResult.Repeated);
        }

        var operations = sent.Values.Select(i => Create(alerts[i])).ToArray();
        var results = await bulk.SendAsync(operations, refresh: false, cancellationToken);
        foreach (var (i, result) in sent.Values.Zip(results)) outcomes[i] = Outcomes.OfCreate(result);
        return outcomes;
    }

    private BulkOperation Create(AlertRaised alert) =>
        BulkOperation.Create(names.AlertsOf(alert.Article.Seen), alert.Id, JsonSerializer.SerializeToUtf8Bytes(AlertSource.Of(alert), NewsWatchJson.Options));
}
