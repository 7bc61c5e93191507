using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Indexer.Alerts;

/// <summary>Stores the alerts of another archive; one that the archive refuses goes to the error queue alone.</summary>
internal sealed class ImportedAlerts(IAlertWriter archive, StoreWait wait, IBatchSplitter splitter, ILogger<ImportedAlerts> logger)
{
    public async Task StoreAsync(ConsumeContext<ArticlesIngested> context)
    {
        if (context.Message.ImportedAlerts is not { Count: > 0 } alerts) return;
        var outcomes = await wait.ForAsync(token => archive.WriteAsync(alerts, token), context.CancellationToken);
        IndexerTelemetry.CountAlerts(outcomes);
        for (var i = 0; i < alerts.Count; i++)
        {
            if (outcomes[i].Result != WriteResult.Rejected) continue;
            var reason = outcomes[i].Reason ?? "no reason given";
            logger.DocumentRefused("alert", alerts[i].Id, reason);
            await splitter.SetAsideAsync(context, alerts[i], new DocumentRejectedException(reason));
        }
    }
}
