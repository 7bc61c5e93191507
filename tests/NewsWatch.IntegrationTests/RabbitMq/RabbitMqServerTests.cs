using System.Text;
using NewsWatch.Testing;
using RabbitMQ.Client;
using Xunit;

namespace NewsWatch.IntegrationTests.RabbitMq;

public sealed class RabbitMqServerTests
{
    private static readonly Dictionary<string, object?> Quorum = new() { ["x-queue-type"] = "quorum" };

    [Fact]
    public async Task What_was_confirmed_is_there_after_a_stop_and_after_a_kill()
    {
        var token = TestContext.Current.CancellationToken;
        await using var server = await RabbitMqServer.CreateAsync(token);
        await PublishAsync(server.ConnectionString, "first", token);
        await server.StopAsync(token);
        Assert.False(server.IsRunning);

        // The stop in between matters: within half a second of a quorum queue's declaration a crash loses the queue, a limit of RabbitMQ 3.10 that is none of a test's business.
        await server.StartAsync(token);
        Assert.Equal("first", await TakeAsync(server.ConnectionString, token));
        await PublishAsync(server.ConnectionString, "second", token);
        await server.KillAsync(token);
        Assert.False(server.IsRunning);

        await server.StartAsync(token);
        Assert.Equal("second", await TakeAsync(server.ConnectionString, token));
    }

    [Fact]
    public async Task Two_servers_run_side_by_side()
    {
        var token = TestContext.Current.CancellationToken;
        await using var first = await RabbitMqServer.CreateAsync(token);
        await using var second = await RabbitMqServer.CreateAsync(token);
        await PublishAsync(first.ConnectionString, "hello", token);

        Assert.Equal("hello", await TakeAsync(first.ConnectionString, token));
        Assert.Null(await TakeAsync(second.ConnectionString, token));
    }

    private static async Task PublishAsync(string address, string text, CancellationToken token)
    {
        await using var connection = await ConnectAsync(address, token);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), token);
        await channel.QueueDeclareAsync("kept", durable: true, exclusive: false, autoDelete: false, Quorum, cancellationToken: token);
        await channel.BasicPublishAsync("", "kept", mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text), token);
    }

    // A get waits for the queue's leader; the message count in the answer to a declaration may still be that of the moment before its election.
    private static async Task<string?> TakeAsync(string address, CancellationToken token)
    {
        await using var connection = await ConnectAsync(address, token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: token);
        await channel.QueueDeclareAsync("kept", durable: true, exclusive: false, autoDelete: false, Quorum, cancellationToken: token);
        var message = await channel.BasicGetAsync("kept", autoAck: true, token);
        return message is null ? null : Encoding.UTF8.GetString(message.Body.Span);
    }

    private static Task<IConnection> ConnectAsync(string address, CancellationToken token) =>
        new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync(token);
}
