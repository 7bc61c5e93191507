using MassTransit;
using Microsoft.Extensions.Logging;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>Announces what is stored already: a broker that is away must not make its sender wait, who would send it a second time.</summary>
internal sealed class BusChangePublisher(IBus bus, TimeProvider clock, ILogger<BusChangePublisher> logger) : IChangePublisher
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task PublishAsync<TChange>(TChange change, CancellationToken cancellationToken = default)
        where TChange : class
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await bus.Publish(change, either.Token).WaitAsync(either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.ChangeNotAnnounced(typeof(TChange).Name, patience.IsCancellationRequested ? $"The broker did not answer within {Patience.TotalSeconds:0} s." : e.Message);
        }
    }
}
