using System.Net;
using System.Net.Sockets;

namespace NewsWatch.Cli.Up.RabbitMq;

/// <summary>Asks a port whether an AMQP 0-9-1 broker answers there.</summary>
public static class AmqpProbe
{
    private const byte MethodFrame = 1;

    // AMQP 0-9-1, section 4.2.2: a client opens with these eight bytes; a broker answers with the method frame connection.start.
    private static readonly byte[] ProtocolHeader = [(byte)'A', (byte)'M', (byte)'Q', (byte)'P', 0, 0, 9, 1];

    /// <summary>Whether the broker on 127.0.0.1 greets within <paramref name="patience"/>.</summary>
    public static async Task<bool> AnswersAsync(int port, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(patience);
        try
        {
            return await GreetAsync(port, timeout.Token);
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static async Task<bool> GreetAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(ProtocolHeader, cancellationToken);
        var answer = new byte[1];
        return await stream.ReadAsync(answer, cancellationToken) == 1 && answer[0] == MethodFrame;
    }
}
