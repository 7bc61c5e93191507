using System.Text;
using System.Text.Json;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using RabbitMQ.Client;
using Xunit;

namespace NewsWatch.IntegrationTests.Bus;

/// <summary>One broker for a class of tests, emptied for each.</summary>
public sealed class SharedRabbitMq : IAsyncDisposable
{
    private readonly List<IConnection> _connections = [];
    private RabbitMqServer? _server;

    /// <summary>The running broker without our queues; skips the test where none can be started.</summary>
    public async Task<RabbitMqServer> EmptyAsync()
    {
        Assert.SkipWhen(RabbitMqServer.Problem is not null, RabbitMqServer.Problem ?? "");
        _server ??= await RabbitMqServer.CreateAsync(TestContext.Current.CancellationToken);
        if (!_server.IsRunning) await _server.StartAsync(TestContext.Current.CancellationToken);
        await using var channel = await ChannelAsync();
        foreach (var queue in (string[])[Queues.IndexerArticles, Queues.WatcherArticles, Queues.IndexerAlerts])
        {
            await channel.QueueDeleteAsync(queue, false, false, cancellationToken: TestContext.Current.CancellationToken);
            await channel.QueueDeleteAsync(Queues.ErrorsOf(queue), false, false, cancellationToken: TestContext.Current.CancellationToken);
        }

        return _server;
    }

    /// <summary>A channel on a connection of its own, which ends with the class.</summary>
    public async Task<IChannel> ChannelAsync()
    {
        var factory = new ConnectionFactory { Uri = new Uri(_server!.ConnectionString), AutomaticRecoveryEnabled = false };
        var connection = await factory.CreateConnectionAsync(TestContext.Current.CancellationToken);
        _connections.Add(connection);
        return await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>What lies in an error queue, left there.</summary>
    public async Task<IReadOnlyList<(string Title, string Reason)>> ErrorsAsync(string queue)
    {
        await using var channel = await ChannelAsync();
        var errors = new List<(string, string)>();
        while (await NextErrorAsync(channel, queue, autoAck: false) is { } message)
        {
            var batch = JsonDocument.Parse(message.Body.ToArray()).RootElement.GetProperty("articles");
            var titles = batch.EnumerateArray().Select(a => a.GetProperty("article").GetProperty("title").GetString());
            errors.Add((string.Join('+', titles), Encoding.UTF8.GetString((byte[])message.BasicProperties.Headers!["MT-Fault-Message"]!)));
        }

        return errors;
    }

    /// <summary>Takes the first message of an error queue, if there is one.</summary>
    public async Task<BasicGetResult?> TakeErrorAsync(string queue)
    {
        await using var channel = await ChannelAsync();
        return await NextErrorAsync(channel, queue, autoAck: true);
    }

    private static async Task<BasicGetResult?> NextErrorAsync(IChannel channel, string queue, bool autoAck)
    {
        try
        {
            return await channel.BasicGetAsync(Queues.ErrorsOf(queue), autoAck, TestContext.Current.CancellationToken);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            // The error queue is made with the first error.
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections) await connection.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }
}
