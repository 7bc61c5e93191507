using System.Net;
using System.Net.Sockets;

namespace NewsWatch.Testing;

/// <summary>A port of 127.0.0.1 that leads to another one, and can go away and come back, as a server does that is killed and started again.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly int _target;
    private readonly Lock _gate = new();
    private readonly List<Socket> _open = [];
    private readonly List<Task> _pumps = [];
    private TcpListener? _listener;
    private long _bytesFromTarget;

    /// <summary>Listens on a free port.</summary>
    public TcpProxy(int target)
    {
        _target = target;
        Port = FreePorts.Take(1)[0];
        Listen();
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>When this many bytes have come from the target, the port goes away.</summary>
    public long CutAfter { get; set; } = long.MaxValue;

    /// <summary>The first connection, counted from 1, whose bytes count.</summary>
    public int CutFrom { get; init; } = 1;

    /// <summary>Whether the port is there.</summary>
    public bool IsUp => _listener is not null;

    /// <summary>Resets every connection and refuses new ones.</summary>
    public void GoAway()
    {
        lock (_gate)
        {
            _listener?.Stop();
            _listener = null;
            foreach (var socket in _open) socket.Close(0);
            _open.Clear();
        }
    }

    /// <summary>Is there again, for good.</summary>
    public void ComeBack()
    {
        CutAfter = long.MaxValue;
        Listen();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GoAway();
        await Task.WhenAll(_pumps);
    }

    private void Listen()
    {
        lock (_gate)
        {
            var listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            listener.Start();
            _listener = listener;
            _pumps.Add(AcceptAsync(listener));
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        var connections = 0;
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync();
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await server.ConnectAsync(IPAddress.Loopback, _target);
                lock (_gate)
                {
                    _open.AddRange([client, server]);
                    _pumps.Add(PumpAsync(client, server, countsBytes: false));
                    _pumps.Add(PumpAsync(server, client, countsBytes: ++connections >= CutFrom));
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The port went away.
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool countsBytes)
    {
        var buffer = new byte[64];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                if (countsBytes && Interlocked.Add(ref _bytesFromTarget, read) >= CutAfter)
                {
                    GoAway();
                    return;
                }

                for (var sent = 0; sent < read;) sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side is gone, so the other is no use.
            from.Dispose();
            to.Dispose();
        }
    }
}
