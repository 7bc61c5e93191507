using MassTransit;

namespace NewsWatch.Gateway.Live;

/// <summary>
/// Notices that this instance's queue is gone, and there again. It ends with the connection to the broker, and what is published until it is back never
/// reaches it.
/// </summary>
internal sealed class LiveQueueObserver(LiveAlerts live) : IReceiveEndpointObserver
{
    /// <summary>The queue is bound and read from, and the first of what waited in it may have been heard.</summary>
    public Task Ready(ReceiveEndpointReady ready)
    {
        live.Regain();
        return Task.CompletedTask;
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => LoseAsync();

    public Task Faulted(ReceiveEndpointFaulted faulted) => LoseAsync();

    private Task LoseAsync()
    {
        live.Lose();
        return Task.CompletedTask;
    }
}
