using NewsWatch.ServiceDefaults.Messaging.Errors;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Counts by passive declaration: it needs no management plugin.</summary>
internal sealed class RabbitMqState(RabbitMqInspection inspection) : IBrokerState
{
    public string Name => "RabbitMQ";

    public Task<IReadOnlyList<QueueState>> QueuesAsync(CancellationToken cancellationToken = default) => inspection.WithChannelAsync<IReadOnlyList<QueueState>>(
        async (connection, _) =>
        {
            var states = new List<QueueState>();
            foreach (var name in Queues.Durable)
            {
                var queue = await RabbitMqInspection.StateAsync(connection, name, cancellationToken);
                var errors = await RabbitMqInspection.StateAsync(connection, Queues.ErrorsOf(name), cancellationToken);
                states.Add(new QueueState(name, queue?.MessageCount ?? 0, queue?.ConsumerCount ?? 0, errors?.MessageCount ?? 0));
            }

            return states;
        },
        cancellationToken);
}
