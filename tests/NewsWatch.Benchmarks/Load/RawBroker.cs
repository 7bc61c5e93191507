using System.Diagnostics;
using NewsWatch.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace NewsWatch.Benchmarks.Load;

/// <summary>What the broker does without NewsWatch: one article a message, confirmed, published and consumed at the same time.</summary>
internal static class RawBroker
{
    private const string Queue = "raw";
    private const int ConfirmsInFlight = 1_000;
    private const int AcknowledgeEvery = 250;

    private const int WarmUps = 2;

    /// <summary>Articles a second until the last is confirmed and consumed, on a broker of its own; not a number where there is none.</summary>
    public static async Task<double> MeasureAsync(LoadCorpus corpus, int rounds)
    {
        if (RabbitMqServer.Problem is not null) return double.NaN;
        await using var broker = await RabbitMqServer.CreateAsync();
        var rates = new List<double>();
        for (var round = 0; round < WarmUps + rounds; round++) rates.Add(await RoundAsync(broker.ConnectionString, corpus));
        return rates.Skip(WarmUps).Order().ElementAt(rounds / 2);
    }

    private static async Task<double> RoundAsync(string connectionString, LoadCorpus corpus)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(connectionString) }.CreateConnectionAsync();
        await using var consuming = await connection.CreateChannelAsync();
        await consuming.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await consuming.BasicQosAsync(0, 1_000, false);
        var all = ConsumeAll(consuming, corpus.Articles.Count, out var consumer);
        await consuming.BasicConsumeAsync(Queue, autoAck: false, consumer);

        var watch = Stopwatch.StartNew();
        await PublishAsync(connection, corpus);
        await all;
        var rate = corpus.Articles.Count / watch.Elapsed.TotalSeconds;
        await consuming.QueueDeleteAsync(Queue);
        return rate;
    }

    private static async Task PublishAsync(IConnection connection, LoadCorpus corpus)
    {
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null));
        using var inFlight = new SemaphoreSlim(ConfirmsInFlight);
        var properties = new BasicProperties { Persistent = true };
        var confirms = new List<Task>(corpus.Articles.Count);
        foreach (var article in corpus.Articles)
        {
            await inFlight.WaitAsync();
            confirms.Add(ConfirmAsync(channel.BasicPublishAsync("", Queue, true, properties, article), inFlight));
        }

        await Task.WhenAll(confirms);
    }

    private static async Task ConfirmAsync(ValueTask publish, SemaphoreSlim inFlight)
    {
        await publish;
        inFlight.Release();
    }

    private static Task ConsumeAll(IChannel channel, int count, out AsyncEventingBasicConsumer consumer)
    {
        var done = new TaskCompletionSource();
        var received = 0;
        consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            received++;
            if (received % AcknowledgeEvery == 0 || received == count) await channel.BasicAckAsync(delivery.DeliveryTag, multiple: true);
            if (received == count) done.SetResult();
        };
        return done.Task;
    }
}
