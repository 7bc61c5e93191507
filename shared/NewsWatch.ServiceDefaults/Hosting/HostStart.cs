using Microsoft.Extensions.Hosting;

namespace NewsWatch.ServiceDefaults.Hosting;

/// <summary>The start of a host that may fail, as where its port is taken.</summary>
public static class HostStart
{
    /// <summary>Starts the host, or stops in order what had started of it: disposed of without that, each of its services would fail in its own way and fill the log.</summary>
    /// <exception cref="Exception">Why it cannot start.</exception>
    public static async Task StartOrStopAsync(this IHost host, CancellationToken cancellationToken)
    {
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch
        {
            await host.StopAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }
}
