using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Bus;

/// <summary>A broker that dies while a process connects to it: at whatever byte, the process comes up once the broker is back.</summary>
public sealed class BrokerOutageAtStartTests(SharedRabbitMq shared) : IClassFixture<SharedRabbitMq>
{
    [Theory]
    [InlineData(1)]
    [InlineData(700)]
    [InlineData(800)]
    [InlineData(900)]
    [InlineData(1_200)]
    public async Task A_process_whose_broker_dies_while_it_connects_comes_up_with_the_broker(int bytes)
    {
        var server = await shared.EmptyAsync();
        await using var proxy = new TcpProxy(server.Port) { CutAfter = bytes };
        var recorder = new BusRecorder();
        await using var host = await BusHost.StartAsync(["--ConnectionStrings:rabbitmq", $"amqp://guest:guest@127.0.0.1:{proxy.Port}"], recorder, RecordingConsumers.All);
        await Eventually.IsTrueAsync(() => Task.FromResult(!proxy.IsUp), "the broker to die", TimeSpan.FromSeconds(20));

        proxy.ComeBack();

        await Eventually.IsTrueAsync(() => PublishedAsync(host), "the broker to confirm");
        await recorder.WaitForArticlesAsync(Queues.IndexerArticles, 1);
        await recorder.WaitForArticlesAsync(Queues.WatcherArticles, 1);
    }

    private static async Task<bool> PublishedAsync(BusHost host)
    {
        try
        {
            await host.Articles.PublishAsync(Some.Batch("after"), TestContext.Current.CancellationToken);
            return true;
        }
        catch (BrokerUnavailableException)
        {
            return false;
        }
    }
}
