using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>Starts the bus with the process, without keeping the process waiting, and stops it with the process, however far its start has come.</summary>
/// <remarks>
/// In place of MassTransit's own service, which leaves a bus that is still starting when the process stops to itself: where the process lives on (it
/// builds everything anew, or a test does), that bus comes up all the same and takes messages that nobody handles any more.
/// </remarks>
internal sealed class BusLifetime(
    IBusDepot buses, IEnumerable<IBusPrecondition> preconditions, TimeProvider clock, IOptions<BusOptions> options, ILogger<BusLifetime> logger) : IHostedService, IAsyncDisposable
{
    /// <summary>What a bus that has begun to start needs to come up.</summary>
    private static readonly TimeSpan ToComeUp = TimeSpan.FromSeconds(5);

    /// <summary>What one needs to stop what it had begun when its start is broken off.</summary>
    private static readonly TimeSpan ToBreakOff = TimeSpan.FromSeconds(2);

    /// <summary>What one needs to say goodbye once its consumers are done.</summary>
    private static readonly TimeSpan AfterConsumers = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _breakOff = new();
    private Task _start = Task.CompletedTask;
    private long? _begun;
    private Task? _stopped;

    /// <summary>How long stopping may take.</summary>
    public static TimeSpan StopTimeout(BusOptions options) => ToComeUp + ToBreakOff + options.StopTimeout + AfterConsumers;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _start = BeginAsync();
        // One that waits for its broker does so beside everything else.
        return _start.IsFaulted ? _start : Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _stopped ??= EndAsync(cancellationToken);

    /// <summary>Stops it where nobody did: a host that fails while it starts is disposed of without having been stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        // How it ended was told to who stopped it; here it would keep what is disposed of after it from being so.
        await StopAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
        _breakOff.Dispose();
    }

    private async Task BeginAsync()
    {
        try
        {
            foreach (var precondition in preconditions) await precondition.WaitAsync(_stopping.Token);
            _begun = clock.GetTimestamp();
            await buses.Start(_breakOff.Token);
        }
        catch (Exception e) when (!_stopping.IsCancellationRequested)
        {
            logger.BusNotStarted(e);
            throw;
        }
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        // To its end where that comes soon, since MassTransit breaks a start off badly: endpoints that are not up yet may come up afterwards, and
        // it may wait for them without end.
        var left = _begun is { } begun ? ToComeUp - clock.GetElapsedTime(begun) : TimeSpan.Zero;
        if (left < TimeSpan.Zero) left = TimeSpan.Zero;
        _breakOff.CancelAfter(left);
        await _start.WaitAsync(left + ToBreakOff, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_start.IsCompletedSuccessfully) return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.StopTimeout + AfterConsumers);
        await buses.Stop(patience.Token);
    }
}
