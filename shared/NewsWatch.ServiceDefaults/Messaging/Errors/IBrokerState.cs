namespace NewsWatch.ServiceDefaults.Messaging.Errors;

/// <summary>What waits where on its way between the services.</summary>
public interface IBrokerState
{
    /// <summary>How people know it: <c>RabbitMQ</c> or <c>In memory</c>.</summary>
    string Name { get; }

    /// <summary>The durable queues.</summary>
    /// <exception cref="BrokerUnavailableException">The broker does not answer.</exception>
    Task<IReadOnlyList<QueueState>> QueuesAsync(CancellationToken cancellationToken = default);
}

/// <summary>One durable queue.</summary>
/// <param name="Name">Its name on the broker.</param>
/// <param name="Waiting">Messages that nobody has begun to handle; in one process, those not finished.</param>
/// <param name="Consumers">Who reads it: 0 means that its service does not run.</param>
/// <param name="Errors">Messages that were put aside because they can never succeed.</param>
public sealed record QueueState(string Name, long Waiting, long Consumers, long Errors);
