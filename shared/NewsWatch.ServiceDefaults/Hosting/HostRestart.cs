using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NewsWatch.ServiceDefaults.Hosting;

/// <summary>Lets a part of a process ask for a new start of everything in it, when that is the only way out.</summary>
public sealed class HostRestart(IHostApplicationLifetime lifetime)
{
    /// <summary>Whether it was asked for.</summary>
    public bool IsRequested { get; private set; }

    /// <summary>Stops the process's host; <see cref="RunAsync"/> then builds and starts it again.</summary>
    public void Request()
    {
        IsRequested = true;
        lifetime.StopApplication();
    }

    /// <summary>Runs a host until it is stopped, and again as often as one of its parts asks for it.</summary>
    /// <param name="create">Builds the host from nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(Func<WebApplication> create, CancellationToken cancellationToken = default)
    {
        bool again;
        do
        {
            var app = create();
            var restart = app.Services.GetRequiredService<HostRestart>();
            try
            {
                await app.RunAsync(cancellationToken);
            }
            catch (Exception) when (restart.IsRequested)
            {
                // What made the new start necessary may also refuse to stop in order.
            }

            again = restart.IsRequested && !cancellationToken.IsCancellationRequested;
        }
        while (again);
    }
}
