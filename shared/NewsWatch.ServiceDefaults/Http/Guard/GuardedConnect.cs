using System.Net;
using System.Net.Sockets;

namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>Makes connections to checked addresses only.</summary>
internal sealed class GuardedConnect(OutboundGuard guard)
{
    /// <summary>The callback of <see cref="SocketsHttpHandler.ConnectCallback"/>: it runs for every new connection, redirects included.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var verdict = await guard.CheckHostAsync(context.DnsEndPoint.Host, cancellation);
        if (verdict.Reason is { } reason) throw new OutboundRefusedException(reason);
        return await ConnectAsync(verdict.Addresses, context.DnsEndPoint.Port, cancellation);
    }

    private static async Task<Stream> ConnectAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellation)
    {
        SocketException? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }
}
