using MassTransit;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Publishes article batches through the bus, which returns when the broker has confirmed.</summary>
internal sealed class RabbitMqArticlePublisher(IBus bus, RabbitMqConnection connection, IOptions<BusOptions> options) : IArticlePublisher
{
    public async Task PublishAsync(ArticlesIngested batch, CancellationToken cancellationToken = default)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Value.PublishTimeout);
        try
        {
            // Before the first batch the queues must stand, or the exchange would drop it.
            await connection.ChannelAsync(timeout.Token);
            await bus.Publish(batch, timeout.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BrokerUnavailableException($"The broker did not confirm {batch.Articles.Count} article(s) within {options.Value.PublishTimeout.TotalSeconds:0} s: {e.Message}", e);
        }
    }
}
