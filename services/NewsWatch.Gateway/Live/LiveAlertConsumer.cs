using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;

namespace NewsWatch.Gateway.Live;

/// <summary>Every instance hears every alert, on a queue of its own that ends with it.</summary>
internal sealed class LiveAlertConsumer(LiveAlerts live) : IConsumer<AlertRaised>
{
    public Task Consume(ConsumeContext<AlertRaised> context)
    {
        live.Add(context.ReadAlert());
        return Task.CompletedTask;
    }
}

internal sealed class LiveAlertConsumerDefinition : ConsumerDefinition<LiveAlertConsumer>
{
    public LiveAlertConsumerDefinition() => Endpoint(e =>
    {
        e.Name = EndpointConfiguration.PerInstance("gateway.alerts");
        e.Temporary = true;
        // One at a time keeps the order of arrival, which the ring relies on.
        e.ConcurrentMessageLimit = 1;
    });

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<LiveAlertConsumer> consumer, IRegistrationContext context)
    {
        endpoint.TakesLiveAlerts();
        endpoint.ConnectReceiveEndpointObserver(new LiveQueueObserver(context.GetRequiredService<LiveAlerts>()));
    }
}
