using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>Starts the bus with the process, without keeping the process waiting, and stops it with the process, however far its start has come.</summary>
/// <remarks>
/// In place of MassTransit's own service, which leaves a bus that is still starting when the process stops to itself: where the process lives on (it
/// builds everything anew, or a test does), that bus comes up all the same and takes messages that nobody handles any more.
/// </remarks>
internal sealed class BusLifetime(IBusDepot buses, IOptions<BusOptions> options) : IHostedService, IDisposable
{
    // What the bus needs to come up where it has begun to, and to say goodbye once its consumers are done.
    private static readonly TimeSpan AfterConsumers = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _breakOff = new();
    private Task _start = Task.CompletedTask;

    /// <summary>How long stopping may take.</summary>
    public static TimeSpan StopTimeout(BusOptions options) => options.StopTimeout + AfterConsumers;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _start = buses.Start(_breakOff.Token);
        // One that cannot be built says so at once; one that waits for its broker does so beside everything else.
        return _start.IsFaulted ? _start : Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StopTimeout(options.Value));
        // To its end where that comes soon, since MassTransit breaks a start off badly: endpoints that are not up yet may come up afterwards.
        _breakOff.CancelAfter(AfterConsumers);
        await _start.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // One whose start was broken off has stopped what it had begun.
        if (_start.IsCompletedSuccessfully) await buses.Stop(patience.Token);
    }

    public void Dispose() => _breakOff.Dispose();
}
