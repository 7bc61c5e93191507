using System.Net;
using System.Net.Sockets;
using NewsWatch.ServiceDefaults.Messaging.RabbitMq;
using RabbitMQ.Client;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Messaging;

public sealed class BusSocketsTests
{
    [Fact]
    public async Task A_connection_ends_with_them_and_none_can_be_made_afterwards()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var factory = new ConnectionFactory();
        var sockets = new BusSockets();
        sockets.Use(factory);
        using var client = factory.SocketFactory(AddressFamily.InterNetwork);
        Assert.IsType<ReadAheadTcpClient>(client);
        await client.ConnectAsync(IPAddress.Loopback, ((IPEndPoint)listener.LocalEndpoint).Port, TestContext.Current.CancellationToken);
        using var peer = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);

        sockets.Dispose();

        Assert.Equal(0, await peer.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Throws<ObjectDisposedException>(() => factory.SocketFactory(AddressFamily.InterNetwork));
    }
}
