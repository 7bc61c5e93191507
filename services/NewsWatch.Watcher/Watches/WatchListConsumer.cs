using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;

namespace NewsWatch.Watcher.Watches;

/// <summary>Every instance reads a watch again when it changed, and all of them when a fragment did that may be part of any.</summary>
internal sealed class WatchListConsumer(ChangedWatches announced) : IConsumer<WatchChanged>, IConsumer<FragmentChanged>
{
    public Task Consume(ConsumeContext<WatchChanged> context)
    {
        announced.Add(context.Message.WatchId);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<FragmentChanged> context)
    {
        announced.AddAll();
        return Task.CompletedTask;
    }
}

internal sealed class WatchListConsumerDefinition : ConsumerDefinition<WatchListConsumer>
{
    public WatchListConsumerDefinition() => Endpoint(e =>
    {
        e.Name = EndpointConfiguration.PerInstance("watcher.changes");
        e.Temporary = true;
    });
}
