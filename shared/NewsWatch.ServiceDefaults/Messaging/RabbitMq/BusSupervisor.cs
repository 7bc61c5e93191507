using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Starts the bus, and starts it again when one of its endpoints died while the broker is there.</summary>
/// <remarks>
/// MassTransit connects again after a lost connection, but a broker that dies while an endpoint is still declaring its queue can cancel that
/// endpoint for good, with no more than a debug message; the process would live on and consume nothing.
/// </remarks>
internal sealed class BusSupervisor(IBusControl bus, RabbitMqConnection broker, TimeProvider clock, ILogger<BusSupervisor> logger) : BackgroundService
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Longer than a start on a busy machine takes, and than MassTransit waits before it connects again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan MostForAnswer = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MostForStop = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var attempt = new CancellationTokenSource();
            var start = bus.StartAsync(attempt.Token);
            await WatchAsync(stoppingToken);
            await EndAsync(start, attempt);
        }
    }

    /// <summary>Returns when the bus is to be started again, or the process stops.</summary>
    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        long? sickSince = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Step, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var health = bus.CheckHealth();
            if (health.Status == BusHealthStatus.Healthy || !await BrokerAnswersAsync(stoppingToken)) sickSince = null;
            else if (clock.GetElapsedTime(sickSince ??= clock.GetTimestamp()) > Patience)
            {
                logger.BusRestarts(string.Join(", ", health.Endpoints.Where(e => e.Value.Status != BusHealthStatus.Healthy).Select(e => $"{e.Key}: {e.Value.Description}")));
                return;
            }
        }
    }

    private async Task<bool> BrokerAnswersAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            patience.CancelAfter(MostForAnswer);
            await broker.ChannelAsync(patience.Token);
            return true;
        }
        catch (Exception)
        {
            // Away in whatever way: then the bus is right to be.
            return false;
        }
    }

    private async Task EndAsync(Task<BusHandle> start, CancellationTokenSource attempt)
    {
        try
        {
            if (start.IsCompletedSuccessfully) await bus.StopAsync(attempt.Token).WaitAsync(MostForStop, clock, CancellationToken.None);
            await attempt.CancelAsync();
            await start.WaitAsync(MostForStop, clock, CancellationToken.None);
        }
        catch (Exception e)
        {
            // A start that is cancelled says so; what else goes wrong here belongs to connections that are given up.
            logger.BusEnded(e.Message);
        }
    }
}
