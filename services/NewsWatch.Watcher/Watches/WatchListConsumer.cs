using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;

namespace NewsWatch.Watcher.Watches;

/// <summary>Every instance reads the watches again when one changed.</summary>
internal sealed class WatchChangedConsumer(CurrentWatches watches) : IConsumer<WatchChanged>
{
    public Task Consume(ConsumeContext<WatchChanged> context) => watches.RefreshAsync(context.CancellationToken);
}

internal sealed class WatchChangedConsumerDefinition : ConsumerDefinition<WatchChangedConsumer>
{
    public WatchChangedConsumerDefinition() => Endpoint(e =>
    {
        e.Name = EndpointConfiguration.PerInstance("watcher.changes");
        e.Temporary = true;
        // Several changes at once are one reading of the store.
        e.ConcurrentMessageLimit = 1;
    });
}
