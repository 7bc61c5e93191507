using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using NewsWatch.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace NewsWatch.EndToEndTests;

/// <summary>A subscriber as the documentation describes one: its own queue, bound to a pattern, no knowledge of NewsWatch's code.</summary>
internal sealed class AlertSubscriber : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly ConcurrentQueue<ReceivedAlert> _received = new();

    private AlertSubscriber(IConnection connection) => _connection = connection;

    public IReadOnlyList<ReceivedAlert> Received => [.. _received];

    public static async Task<AlertSubscriber> ConnectAsync(string broker, string bindingKey)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        var subscriber = new AlertSubscriber(connection);
        var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync("newswatch.alerts", "topic", durable: true);
        var queue = await channel.QueueDeclareAsync();
        await channel.QueueBindAsync(queue.QueueName, "newswatch.alerts", bindingKey);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            subscriber._received.Enqueue(ReceivedAlert.From(delivery));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return subscriber;
    }

    public Task WaitForAsync(int count) => Eventually.IsTrueAsync(() => Task.FromResult(_received.Count >= count), $"{count} alerts over AMQP");

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}

/// <summary>What a subscriber sees of one alert.</summary>
internal sealed record ReceivedAlert(string RoutingKey, string? MessageId, string? Type, string? ContentType, bool Persistent, string? TraceParent, JsonElement Body)
{
    public static ReceivedAlert From(BasicDeliverEventArgs delivery) => new(
        delivery.RoutingKey,
        delivery.BasicProperties.MessageId,
        delivery.BasicProperties.Type,
        delivery.BasicProperties.ContentType,
        delivery.BasicProperties.Persistent,
        delivery.BasicProperties.Headers?.TryGetValue("traceparent", out var value) == true ? Encoding.ASCII.GetString((byte[])value!) : null,
        JsonDocument.Parse(delivery.Body.ToArray()).RootElement);
}
