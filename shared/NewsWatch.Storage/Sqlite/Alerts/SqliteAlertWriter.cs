using NewsWatch.Contracts;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Alerts;

/// <summary>Alerts into archive.db.</summary>
internal sealed class SqliteAlertWriter(SqliteFiles files) : IAlertWriter
{
    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<AlertRaised> alerts, CancellationToken cancellationToken = default) =>
        StorageTelemetry.WriteAsync(SqliteStore.System, "alerts", alerts.Count, () => StoreAsync(alerts, cancellationToken));

    private async Task<IReadOnlyList<WriteOutcome>> StoreAsync(IReadOnlyList<AlertRaised> alerts, CancellationToken cancellationToken) =>
        alerts.Count == 0 ? [] : await files.Archive.WriteAsync(session => alerts.Select(alert => Store(session, alert)).ToArray(), cancellationToken);

    private static WriteOutcome Store(SqliteSession session, AlertRaised alert)
    {
        if (AlertProblem.Of(alert) is { } problem) return new WriteOutcome(WriteResult.Rejected, problem);
        var stored = session.Execute(
            "INSERT OR IGNORE INTO alert(id, raised, topic, watch, article, content, seen) VALUES ($1,$2,$3,$4,$5,$6,$7)",
            alert.Id, alert.Raised.ToUnixTimeMilliseconds(), alert.Topic, alert.Watch.Id, alert.Article.Id, SqliteValues.Json(alert), alert.Article.Seen.ToUnixTimeMilliseconds());
        if (stored == 0) return new WriteOutcome(WriteResult.Repeated);
        session.Execute("INSERT OR IGNORE INTO topic(name) VALUES ($1)", alert.Topic);
        return new WriteOutcome(WriteResult.Stored);
    }
}
