using NewsWatch.ServiceDefaults.Messaging;

namespace NewsWatch.Ingestion.Intake;

/// <summary>Tells those who wait why nothing comes of it.</summary>
internal sealed class IntakeFailures(ILogger<IntakeFailures> logger)
{
    /// <summary>What is told after the order to stop.</summary>
    public static BrokerUnavailableException Stopping() => new("The process is stopping and takes nothing any more.");

    /// <summary>Fails the requests. Before the order to stop nothing is expected to go wrong, so that is logged.</summary>
    public void Tell(IEnumerable<IntakeRequest> requests, Exception reason, CancellationToken stoppingToken)
    {
        if (stoppingToken.IsCancellationRequested) reason = Stopping();
        else logger.IntakeFailed(reason);
        foreach (var request in requests) request.Fail(reason);
    }
}
