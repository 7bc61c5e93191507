using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>At start, gives each unfinished message again to the endpoints that have not finished it.</summary>
internal sealed class JournalReplayService(IBus bus, BusStart start, MessageJournal journal, ILogger<JournalReplayService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var unfinished = journal.TakeUnfinished();
        if (unfinished.Count == 0) return;
        await start.WaitAsync(stoppingToken);
        logger.JournalReplayed(unfinished.Count);
        foreach (var message in unfinished)
        {
            foreach (var endpoint in JournalEndpoints.In(message.Endpoints)) await SendAsync(message, endpoint, stoppingToken);
        }
    }

    private async Task SendAsync(UnfinishedMessage message, string endpoint, CancellationToken cancellationToken)
    {
        var target = await bus.GetSendEndpoint(new Uri("queue:" + endpoint));
        if (message.Kind == RecordKind.Articles)
        {
            var batch = JsonSerializer.Deserialize<ArticlesIngested>(message.Payload.Span, NewsWatchJson.Options)!;
            await target.Send(batch, context => context.Headers.Set(JournalFilter.Header, message.Sequence), cancellationToken);
            return;
        }

        var stored = JsonSerializer.Deserialize<JournalledAlert>(message.Payload.Span, NewsWatchJson.Options)!;
        var alert = stored.Alert with { TraceParent = stored.TraceParent, TraceState = stored.TraceState };
        await target.Send(alert, context =>
        {
            context.Headers.Set(JournalFilter.Header, message.Sequence);
            AlertHeaders.Write(context.Headers, alert);
        }, cancellationToken);
    }
}
