using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;

namespace NewsWatch.Watcher.Watches;

/// <summary>Every instance reads the watches again when one of them changed, or a fragment that may be part of them.</summary>
internal sealed class WatchListConsumer(CurrentWatches watches) : IConsumer<WatchChanged>, IConsumer<FragmentChanged>
{
    public Task Consume(ConsumeContext<WatchChanged> context) => watches.RefreshAsync(context.CancellationToken);

    public Task Consume(ConsumeContext<FragmentChanged> context) => watches.RefreshAsync(context.CancellationToken);
}

internal sealed class WatchListConsumerDefinition : ConsumerDefinition<WatchListConsumer>
{
    public WatchListConsumerDefinition() => Endpoint(e =>
    {
        e.Name = EndpointConfiguration.PerInstance("watcher.changes");
        e.Temporary = true;
        // Several changes at once are one reading of the store.
        e.ConcurrentMessageLimit = 1;
    });
}
