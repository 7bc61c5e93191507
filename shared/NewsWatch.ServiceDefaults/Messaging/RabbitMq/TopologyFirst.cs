using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Keeps the bus from starting until the broker is there and all queues are declared.</summary>
/// <remarks>
/// RabbitMQ 3.10 ends the connection of a reader that comes to a quorum queue which another connection is just making (noproc in
/// rabbit_quorum_queue:consume), and an endpoint of the bus that is hit by that while it starts may stay dead. Our own connection tries again.
/// </remarks>
internal sealed class TopologyFirst : IBusObserver
{
    private readonly RabbitMqConnection _broker;
    private readonly CancellationToken _stopping;
    private readonly ResiliencePipeline _pipeline;

    public TopologyFirst(RabbitMqConnection broker, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<TopologyFirst> logger)
    {
        _broker = broker;
        _stopping = lifetime.ApplicationStopping;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(5),
                OnRetry = retry =>
                {
                    logger.BusWaitsForBroker(retry.AttemptNumber + 1, retry.Outcome.Exception?.Message ?? "");
                    return default;
                },
            })
            .AddTimeout(TimeSpan.FromSeconds(30))
            .Build();
    }

    public async Task PreStart(IBus bus) => await _pipeline.ExecuteAsync(async token => await _broker.ChannelAsync(token), _stopping);

    public void PostCreate(IBus bus)
    {
    }

    public void CreateFaulted(Exception exception)
    {
    }

    public Task PostStart(IBus bus, Task<BusReady> busReady) => Task.CompletedTask;

    public Task StartFaulted(IBus bus, Exception exception) => Task.CompletedTask;

    public Task PreStop(IBus bus) => Task.CompletedTask;

    public Task PostStop(IBus bus) => Task.CompletedTask;

    public Task StopFaulted(IBus bus, Exception exception) => Task.CompletedTask;
}
