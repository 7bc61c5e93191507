using MassTransit;

namespace NewsWatch.Gateway.Live;

/// <summary>
/// Notices that this instance's queue is there again. It ends with the connection to the broker, and what is published until it is back never reaches it.
/// </summary>
internal sealed class LiveQueueObserver(LiveAlerts live) : IReceiveEndpointObserver
{
    public Task Ready(ReceiveEndpointReady ready)
    {
        live.Interrupt();
        return Task.CompletedTask;
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;
}
