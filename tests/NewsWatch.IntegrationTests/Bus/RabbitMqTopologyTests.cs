using System.Text;
using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using RabbitMQ.Client;
using Xunit;

namespace NewsWatch.IntegrationTests.Bus;

public sealed class RabbitMqTopologyTests(SharedRabbitMq shared) : AlertTopologyContract, IClassFixture<SharedRabbitMq>
{
    protected override async Task<string[]> SettingsAsync() => ["--ConnectionStrings:rabbitmq", (await shared.EmptyAsync()).ConnectionString];

    internal override async Task<IReadOnlyList<(string Title, string Reason)>> ErrorsAsync(string queue) => await shared.ErrorsAsync(queue);

    [Fact]
    public async Task An_outside_subscriber_gets_plain_json_with_the_promised_properties()
    {
        var settings = await SettingsAsync();
        await using var host = await BusHost.StartAsync(settings, new BusRecorder());
        await host.Alerts.PublishAsync([Some.Alert("declares the exchange")], TestContext.Current.CancellationToken);
        await using var channel = await shared.ChannelAsync();
        var queue = (await channel.QueueDeclareAsync(cancellationToken: TestContext.Current.CancellationToken)).QueueName;
        await channel.QueueBindAsync(queue, "newswatch.alerts", "alerts.sanctions.#", cancellationToken: TestContext.Current.CancellationToken);
        var alert = Some.Alert("Wanted", "sanctions.russia") with { TraceState = "vendor=1" };

        await host.Alerts.PublishAsync([Some.Alert("Other", "weather"), alert], TestContext.Current.CancellationToken);

        var got = await channel.BasicGetAsync(queue, autoAck: true, TestContext.Current.CancellationToken);
        Assert.NotNull(got);
        Assert.Equal("alerts.sanctions.russia", got.RoutingKey);
        Assert.Equal(("application/json", alert.Id, "newswatch.alert/1", true), (got.BasicProperties.ContentType, got.BasicProperties.MessageId, got.BasicProperties.Type, got.BasicProperties.Persistent));
        Assert.Equal(Some.TraceParent, Encoding.ASCII.GetString((byte[])got.BasicProperties.Headers!["traceparent"]!));
        Assert.Equal("vendor=1", Encoding.ASCII.GetString((byte[])got.BasicProperties.Headers!["tracestate"]!));
        Assert.Equal(JsonSerializer.Serialize(alert, NewsWatchJson.Options), Encoding.UTF8.GetString(got.Body.Span));
        Assert.Null(await channel.BasicGetAsync(queue, autoAck: true, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("no JSON", "is an invalid JSON literal")]
    [InlineData("{\"articles\": 5}", "$.articles")]
    [InlineData("null", "It is null")]
    [InlineData("", "does not contain any JSON")]
    public async Task What_is_no_batch_at_all_is_put_aside_with_the_reason_and_the_next_is_taken(string body, string reason)
    {
        var recorder = new BusRecorder();
        await using var host = await BusHost.StartAsync(await SettingsAsync(), recorder, RecordingConsumers.All);
        await host.Articles.PublishAsync(Some.Batch("declares the exchange"), TestContext.Current.CancellationToken);
        await using var channel = await shared.ChannelAsync();

        await channel.BasicPublishAsync(Queues.ArticlesExchange, "", Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);
        await host.Articles.PublishAsync(Some.Batch("next"), TestContext.Current.CancellationToken);

        await Eventually.IsTrueAsync(() => Task.FromResult(recorder.Articles(Queues.WatcherArticles).Contains("next")), "the next batch");
        var error = await Eventually.GetAsync(() => shared.TakeErrorAsync(Queues.WatcherArticles), got => got is not null, "the error");
        Assert.Equal(body, Encoding.UTF8.GetString(error!.Body.Span));
        Assert.Contains(reason, Encoding.UTF8.GetString((byte[])error.BasicProperties.Headers!["MT-Fault-Message"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_is_stopped_while_its_bus_starts_reads_nothing_afterwards()
    {
        var settings = await SettingsAsync();
        // Beginning with one that makes the queues, each is stopped a little later in its start.
        foreach (var after in Enumerable.Range(0, 20).Select(n => TimeSpan.FromMilliseconds(4 * n)))
        {
            await using var host = await BusHost.StartAsync(settings, new BusRecorder(), RecordingConsumers.All);
            await Task.Delay(after, TestContext.Current.CancellationToken);
        }

        await using var channel = await shared.ChannelAsync();
        foreach (var queue in Queues.Durable)
            await Eventually.GetAsync(() => channel.ConsumerCountAsync(queue, TestContext.Current.CancellationToken), readers => readers == 0, $"nobody to read {queue}");
        // An endpoint that goes on starting would be back by now.
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        foreach (var queue in Queues.Durable) Assert.Equal(0u, await channel.ConsumerCountAsync(queue, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task While_the_broker_is_away_publishing_fails_or_waits_and_nothing_confirmed_is_lost()
    {
        var server = await shared.EmptyAsync();
        var recorder = new BusRecorder();
        await using var host = await BusHost.StartAsync(["--ConnectionStrings:rabbitmq", server.ConnectionString, "--NewsWatch:Bus:PublishTimeout", "00:00:02"], recorder, RecordingConsumers.All);
        // The first publish also declares the queues, which may take a busy machine longer than the two seconds.
        await PublishUntilConfirmedAsync(host, "before");
        await recorder.WaitForArticlesAsync(Queues.WatcherArticles, 1);

        await server.StopAsync(TestContext.Current.CancellationToken);
        var refusal = await Assert.ThrowsAsync<BrokerUnavailableException>(() => host.Articles.PublishAsync(Some.Batch("meanwhile"), TestContext.Current.CancellationToken));
        Assert.Contains("within 2 s", refusal.Message, StringComparison.Ordinal);
        var waiting = host.Alerts.PublishAsync([Some.Alert("patient")], TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        // What is announced is stored already; whoever stored it is not kept waiting.
        await host.Changes.PublishAsync(new WatchChanged { WatchId = "w" }, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        await server.StartAsync(TestContext.Current.CancellationToken);
        await waiting;
        var confirmed = await PublishUntilConfirmedAsync(host, "after");
        await recorder.WaitForAlertsAsync(Queues.IndexerAlerts, 1);
        foreach (var queue in (string[])[Queues.IndexerArticles, Queues.WatcherArticles])
            await Eventually.IsTrueAsync(() => Task.FromResult(recorder.Articles(queue).Contains("before") && recorder.Articles(queue).Contains(confirmed)), $"everything confirmed at {queue}");
    }

    private static async Task<string> PublishUntilConfirmedAsync(BusHost host, string title)
    {
        await Eventually.IsTrueAsync(
            async () =>
            {
                try
                {
                    await host.Articles.PublishAsync(Some.Batch(title), TestContext.Current.CancellationToken);
                    return true;
                }
                catch (BrokerUnavailableException)
                {
                    return false;
                }
            },
            "the broker to confirm again");
        return title;
    }
}
