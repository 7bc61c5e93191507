using System.Net.Sockets;
using RabbitMQ.Client;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>The bus's connections, which end with its host whatever the bus itself believes.</summary>
/// <remarks>
/// A bus that is stopped before all its endpoints are up can go on with starting them, and connect again for that. Where the process lives on, such an
/// endpoint takes messages that nobody handles any more.
/// </remarks>
internal sealed class BusSockets : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Socket> _open = [];
    private bool _isDisposed;

    /// <summary>Makes all connections of this factory ours.</summary>
    public void Use(ConnectionFactory factory) => factory.SocketFactory = family => new ReadAheadTcpClient(Open(family));

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (var socket in _open) socket.Dispose();
            _open.Clear();
        }
    }

    private Socket Open(AddressFamily family)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _open.RemoveAll(socket => socket.SafeHandle.IsClosed);
            var socket = new Socket(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            _open.Add(socket);
            return socket;
        }
    }
}
