using System.Net;
using System.Net.Sockets;
using NewsWatch.ServiceDefaults.Messaging.RabbitMq;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Messaging;

public sealed class ReadAheadTcpClientTests : IAsyncLifetime
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private ReadAheadTcpClient _client = null!;
    private Socket _peer = null!;

    public async ValueTask InitializeAsync()
    {
        _listener.Start();
        _client = new ReadAheadTcpClient(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        await _client.ConnectAsync(IPAddress.Loopback, ((IPEndPoint)_listener.LocalEndpoint).Port, TestContext.Current.CancellationToken);
        _peer = await _listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _client.Close();
        _peer.Dispose();
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_read_in_small_pieces_is_what_was_sent_to_its_end()
    {
        var sent = new byte[300_000];
        new Random(7).NextBytes(sent);
        var sending = _peer.SendAsync(sent, TestContext.Current.CancellationToken).AsTask();

        await using var stream = _client.GetStream();
        var received = new MemoryStream();
        var piece = new byte[4096];
        while (received.Length < sent.Length) received.Write(piece, 0, await stream.ReadAsync(piece, TestContext.Current.CancellationToken));
        await sending;
        _peer.Shutdown(SocketShutdown.Send);

        Assert.Equal(sent, received.ToArray());
        Assert.Equal(0, await stream.ReadAsync(piece, TestContext.Current.CancellationToken));
        Assert.Equal(0, await stream.ReadAsync(piece, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_was_read_ahead_is_not_passed_over()
    {
        await using var stream = _client.GetStream();
        await _peer.SendAsync("abcdef"u8.ToArray(), TestContext.Current.CancellationToken);
        var one = new byte[1];

        Assert.Equal(1, await stream.ReadAsync(one, TestContext.Current.CancellationToken));
        Assert.True(stream.DataAvailable);
        Assert.Throws<NotSupportedException>(() => stream.ReadByte());
        Assert.Throws<NotSupportedException>(() => stream.Read(one.AsSpan()));
        Assert.Throws<NotSupportedException>(() => stream.BeginRead(one, 0, 1, null, null));
        Assert.Equal(1, await stream.ReadAsync(one.AsMemory(0, 1), TestContext.Current.CancellationToken));
        Assert.Equal((byte)'b', one[0]);
    }

    [Fact]
    public async Task A_read_that_was_broken_off_gives_nothing_twice()
    {
        await using var stream = _client.GetStream();
        await _peer.SendAsync("first"u8.ToArray(), TestContext.Current.CancellationToken);
        var buffer = new byte[16];
        Assert.Equal(5, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));
        using var broken = new CancellationTokenSource();
        var read = stream.ReadAsync(buffer, broken.Token).AsTask();
        await broken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);

        await _peer.SendAsync("next"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal(4, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));
        Assert.Equal("next"u8, buffer.AsSpan(0, 4));
    }
}
