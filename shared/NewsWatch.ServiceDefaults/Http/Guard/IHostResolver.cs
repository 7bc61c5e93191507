using System.Net;

namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>Looks up names.</summary>
public interface IHostResolver
{
    /// <summary>All addresses of a name; empty where it has none.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The lookup failed.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellation);
}

/// <summary>Looks up names the way the machine does.</summary>
public sealed class SystemHostResolver : IHostResolver
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellation) => await Dns.GetHostAddressesAsync(host, cancellation);
}
