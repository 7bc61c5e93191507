using Microsoft.Extensions.Logging;
using Polly;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Keeps the bus from starting until the broker is there and all queues are declared.</summary>
/// <remarks>
/// RabbitMQ 3.10 ends the connection of a reader that comes to a quorum queue which another connection is just making (noproc in
/// rabbit_quorum_queue:consume), and an endpoint of the bus that is hit by that while it starts may stay dead. Our own connection tries again.
/// </remarks>
internal sealed class DeclaredTopology : IBusPrecondition
{
    private readonly RabbitMqConnection _broker;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _pipeline;

    public DeclaredTopology(RabbitMqConnection broker, TimeProvider clock, ILogger<DeclaredTopology> logger)
    {
        _broker = broker;
        _logger = logger;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddEndlessRetry(e => !IsRefusal(e), logger.BusWaitsForBroker)
            .AddTimeout(TimeSpan.FromSeconds(30))
            .Build();
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _pipeline.ExecuteAsync(async token => await _broker.ChannelAsync(token), cancellationToken);
        }
        catch (OperationInterruptedException e) when (IsRefusal(e))
        {
            // Nothing that waiting would mend, and it concerns one queue: what reads the others can work.
            _logger.TopologyRefused(e.ShutdownReason?.ReplyText ?? e.Message);
        }
    }

    private static bool IsRefusal(Exception e) =>
        e is OperationInterruptedException { ShutdownReason.ReplyCode: Constants.AccessRefused or Constants.PreconditionFailed };
}
