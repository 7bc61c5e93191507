using MassTransit;

namespace NewsWatch.ServiceDefaults.Messaging;

internal sealed class BusChangePublisher(IBus bus) : IChangePublisher
{
    public Task PublishAsync<TChange>(TChange change, CancellationToken cancellationToken = default)
        where TChange : class => bus.Publish(change, cancellationToken);
}
