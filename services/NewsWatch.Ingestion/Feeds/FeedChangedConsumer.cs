using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>Every instance hears of a changed feed; whichever claims it first polls it.</summary>
internal sealed class FeedChangedConsumer(FeedList list, IFeedStateStore states, TimeProvider clock) : IConsumer<FeedChanged>
{
    public async Task Consume(ConsumeContext<FeedChanged> context)
    {
        list.Invalidate();
        if (context.Message.Refresh) await states.MakeDueAsync(context.Message.FeedId, clock.GetUtcNow(), context.CancellationToken);
    }
}

internal sealed class FeedChangedConsumerDefinition : ConsumerDefinition<FeedChangedConsumer>
{
    public FeedChangedConsumerDefinition() => Endpoint(e =>
    {
        e.Name = EndpointConfiguration.PerInstance("ingestion.changes");
        e.Temporary = true;
    });
}
