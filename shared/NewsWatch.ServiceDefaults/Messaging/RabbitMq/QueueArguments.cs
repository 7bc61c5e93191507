using MassTransit;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Arguments of the durable queues; publishers and consumers declare them alike, whichever comes first.</summary>
internal static class QueueArguments
{
    /// <summary>RabbitMQ 4 drops a message after 20 returns by default; a message is returned whenever its consumer is killed, which is no reason to lose it.</summary>
    private const int DeliveryLimit = 1_000_000;

    public static Dictionary<string, object?> Durable => new()
    {
        ["x-queue-type"] = "quorum",
        ["x-delivery-limit"] = DeliveryLimit,
    };

    public static void Apply(IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        endpoint.SetQuorumQueue();
        endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
    }
}
