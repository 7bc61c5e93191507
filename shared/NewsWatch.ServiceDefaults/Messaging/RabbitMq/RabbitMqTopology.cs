using NewsWatch.Contracts;
using RabbitMQ.Client;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>The durable exchanges and queues, declared exactly as the consumers' bus declares them.</summary>
internal static class RabbitMqTopology
{
    public static async Task DeclareAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(Queues.ArticlesExchange, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(Topic.Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
        await DeclareQueueAsync(channel, Queues.IndexerArticles, Queues.ArticlesExchange, "", cancellationToken);
        await DeclareQueueAsync(channel, Queues.WatcherArticles, Queues.ArticlesExchange, "", cancellationToken);
        await DeclareQueueAsync(channel, Queues.IndexerAlerts, Topic.Exchange, Topic.RoutingKey("#"), cancellationToken);
    }

    /// <summary>A queue stands behind an exchange of its own name, as MassTransit arranges it.</summary>
    private static async Task DeclareQueueAsync(IChannel channel, string queue, string exchange, string routingKey, CancellationToken cancellationToken)
    {
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, QueueArguments.Durable, cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(queue, queue, "", cancellationToken: cancellationToken);
        await channel.ExchangeBindAsync(queue, exchange, routingKey, cancellationToken: cancellationToken);
    }
}
