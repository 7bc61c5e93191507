using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NewsWatch.ServiceDefaults.Hosting;

/// <summary>Lets a part of a process ask for a new start of everything in it, when that is the only way out.</summary>
public sealed class HostRestart(IHostApplicationLifetime lifetime)
{
    private bool _isDriven;

    /// <summary>Whether it was asked for.</summary>
    public bool IsRequested { get; private set; }

    /// <summary>Stops the process's host, and <see cref="RunAsync"/> builds and starts it again. Does nothing in a host that runs otherwise.</summary>
    public void Request()
    {
        if (!_isDriven) return;
        IsRequested = true;
        lifetime.StopApplication();
    }

    /// <summary>Runs a host until it is stopped, and again as often as one of its parts asks for it.</summary>
    /// <param name="create">Builds the host from nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(Func<WebApplication> create, CancellationToken cancellationToken = default)
    {
        // Each in a flow of its own: the bus keeps its logger with the flow that made it, and that logger ends with its host.
        while (await Task.Run(() => RunOnceAsync(create, cancellationToken), CancellationToken.None) && !cancellationToken.IsCancellationRequested)
        {
        }
    }

    private static async Task<bool> RunOnceAsync(Func<WebApplication> create, CancellationToken cancellationToken)
    {
        var app = create();
        var restart = app.Services.GetRequiredService<HostRestart>();
        restart._isDriven = true;
        try
        {
            await using (app)
            {
                await app.StartOrStopAsync(cancellationToken);
                await app.WaitForShutdownAsync(cancellationToken);
            }
        }
        catch (Exception) when (restart.IsRequested)
        {
            // What made the new start necessary may also refuse to stop in order.
        }

        return restart.IsRequested;
    }
}
