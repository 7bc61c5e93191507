using System.Text.Json;
using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>Gives what the journal holds to one endpoint alone.</summary>
internal sealed class JournalSender(IBus bus, BusStart start)
{
    public async Task SendAsync(RecordKind kind, long sequence, ReadOnlyMemory<byte> payload, string endpoint, CancellationToken cancellationToken)
    {
        await start.WaitAsync(cancellationToken);
        var target = await bus.GetSendEndpoint(new Uri("queue:" + endpoint));
        if (kind == RecordKind.Articles)
        {
            var batch = JsonSerializer.Deserialize<ArticlesIngested>(payload.Span, NewsWatchJson.Options)!;
            await target.Send(batch, context => context.Headers.Set(JournalFilter.Header, sequence), cancellationToken);
            return;
        }

        var stored = JsonSerializer.Deserialize<JournalledAlert>(payload.Span, NewsWatchJson.Options)!;
        var alert = stored.Alert with { TraceParent = stored.TraceParent, TraceState = stored.TraceState };
        await target.Send(alert, context =>
        {
            context.Headers.Set(JournalFilter.Header, sequence);
            AlertHeaders.Write(context.Headers, alert);
        }, cancellationToken);
    }
}
