using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>A short connection to look at queues with: an operator's question must not share a channel with what publishes.</summary>
internal sealed class RabbitMqInspection(Uri broker)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs <paramref name="work"/> on a channel with confirms.</summary>
    /// <exception cref="BrokerUnavailableException">The broker does not answer.</exception>
    public async Task<T> WithChannelAsync<T>(Func<IConnection, IChannel, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            var factory = new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false, TopologyRecoveryEnabled = false, RequestedConnectionTimeout = Patience };
            await using var connection = await factory.CreateConnectionAsync("newswatch inspection", cancellationToken);
            await using var channel = await OpenAsync(connection, cancellationToken);
            return await work(connection, channel);
        }
        catch (Exception e) when (e is RabbitMQClientException or IOException or TimeoutException)
        {
            throw new BrokerUnavailableException($"RabbitMQ at {broker.Host}:{broker.Port} does not answer: {e.Message}", e);
        }
    }

    /// <summary>State of a queue, or <see langword="null"/> where there is none. Asking for one that is absent closes the channel, so each question has its own.</summary>
    public static async Task<QueueDeclareOk?> StateAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        await using var channel = await OpenAsync(connection, cancellationToken);
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    private static Task<IChannel> OpenAsync(IConnection connection, CancellationToken cancellationToken) => connection.CreateChannelAsync(
        new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
}
