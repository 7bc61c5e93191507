using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>At start, gives each unfinished message again to the endpoints that have not finished it.</summary>
internal sealed class JournalReplayService(JournalSender sender, MessageJournal journal, ILogger<JournalReplayService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var unfinished = journal.TakeUnfinished();
        if (unfinished.Count == 0) return;
        logger.JournalReplayed(unfinished.Count);
        foreach (var message in unfinished)
        {
            foreach (var endpoint in JournalEndpoints.In(message.Endpoints)) await sender.SendAsync(message.Kind, message.Sequence, message.Payload, endpoint, stoppingToken);
        }
    }
}
