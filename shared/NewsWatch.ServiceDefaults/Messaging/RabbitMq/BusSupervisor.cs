using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWatch.ServiceDefaults.Hosting;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Starts the process's host again when an endpoint of the bus stays dead although the broker is there.</summary>
/// <remarks>
/// MassTransit connects again after a lost connection, but a broker that dies while an endpoint is still declaring its queue can cancel that
/// endpoint for good, with no more than a debug message; the process would live on and consume nothing. The bus cannot be started a second time,
/// so everything is built anew.
/// </remarks>
internal sealed class BusSupervisor(IBusControl bus, RabbitMqConnection broker, HostRestart restart, TimeProvider clock, ILogger<BusSupervisor> logger) : BackgroundService
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Longer than a start on a busy machine takes, and than MassTransit waits before it connects again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan MostForAnswer = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? sickSince = null;
        using var timer = new PeriodicTimer(Step, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var health = bus.CheckHealth();
            if (health.Status == BusHealthStatus.Healthy || !await BrokerAnswersAsync(stoppingToken))
            {
                sickSince = null;
            }
            else if (clock.GetElapsedTime(sickSince ??= clock.GetTimestamp()) > Patience)
            {
                logger.BusRestarts(string.Join(", ", health.Endpoints.Where(e => e.Value.Status != BusHealthStatus.Healthy).Select(e => $"{e.Key}: {e.Value.Description}")));
                restart.Request();
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
}
