using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Bus;

/// <summary>
/// A broker that dies while a service connects to it: at whatever byte, the service consumes once the broker is back. The first connection is its own,
/// the second the bus's.
/// </summary>
public sealed class BrokerOutageAtStartTests(SharedRabbitMq shared) : IClassFixture<SharedRabbitMq>
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 760)]
    [InlineData(2, 700)]
    [InlineData(2, 850)]
    public async Task A_service_whose_broker_dies_while_it_connects_comes_up_with_the_broker(int connection, int bytes)
    {
        var server = await shared.EmptyAsync();
        await using var proxy = new TcpProxy(server.Port) { CutFrom = connection, CutAfter = bytes };
        var data = Directory.CreateTempSubdirectory("newswatch-outage-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}");
        await using var indexer = new NewsWatchProcess(
            address,
            ["service", "indexer", "--urls", address.OriginalString],
            new Dictionary<string, string> { ["ConnectionStrings__rabbitmq"] = $"amqp://guest:guest@127.0.0.1:{proxy.Port}", ["NewsWatch__Data"] = data });
        indexer.Launch();
        await Eventually.IsTrueAsync(() => Task.FromResult(!proxy.IsUp), "the broker to die");

        proxy.ComeBack();

        using var api = new NewsWatchApi(address);
        await Eventually.GetAsync(() => StateAsync(api), state => state == "OK", "the Indexer to be ready", TimeSpan.FromMinutes(3), () => indexer.Log);
        await indexer.KillAsync();
        Directory.Delete(data, recursive: true);
    }

    private static async Task<string> StateAsync(NewsWatchApi api)
    {
        try
        {
            var answer = await api.GetAsync("health/ready");
            return answer.Status == System.Net.HttpStatusCode.OK ? "OK" : answer.Text;
        }
        catch (HttpRequestException e)
        {
            return e.Message;
        }
    }
}
