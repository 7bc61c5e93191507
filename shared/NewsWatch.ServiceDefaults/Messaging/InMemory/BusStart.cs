using MassTransit;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>Tells when every endpoint listens: what is published in memory before that reaches nobody.</summary>
internal sealed class BusStart(IBusControl bus)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task? _started;

    /// <summary>Completes when the bus is up, however long its start takes.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (_gate) _started ??= StartAsync();
        return _started.WaitAsync(cancellationToken);
    }

    private async Task StartAsync()
    {
        while (await bus.WaitForHealthStatus(BusHealthStatus.Healthy, Step) != BusHealthStatus.Healthy)
        {
            // Not yet: each turn has waited already.
        }
    }
}
