using NewsWatch.Testing;
using NewsWatch.Testing.Installations;
using NewsWatch.Testing.Scenarios;
using Xunit;

namespace NewsWatch.EndToEndTests;

public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task One_process_killed_again_and_again_loses_and_doubles_nothing()
    {
        await using var newswatch = new StandaloneInstallation();
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        async Task Crash()
        {
            await newswatch.KillAsync();
            await newswatch.StartAsync();
        }

        var report = await new CrashScenario(newswatch).RunAsync(1_200, [Crash, Crash, Crash]);
        output.WriteLine(report.ToString());
    }

    [Fact]
    public async Task Broker_and_services_killed_in_turn_lose_and_double_nothing_with_SQLite()
    {
        Assert.SkipWhen(RabbitMqServer.Problem is not null, RabbitMqServer.Problem ?? "");
        await using var newswatch = await DistributedInstallation.CreateAsync();
        await RunAsync(newswatch, []);
    }

    [Fact]
    public async Task Broker_services_and_Elasticsearch_killed_in_turn_lose_and_double_nothing()
    {
        Assert.SkipWhen(RabbitMqServer.Problem is not null, RabbitMqServer.Problem ?? "");
        Assert.SkipUnless(ElasticsearchServer.CanBeKilled, ElasticsearchServer.Absent);
        await using var elasticsearch = new ElasticsearchServer();
        await using var newswatch = await DistributedInstallation.CreateAsync(await elasticsearch.AddressAsync());
        await RunAsync(newswatch, [elasticsearch.KillAndRestartAsync]);
    }

    private async Task RunAsync(DistributedInstallation newswatch, Func<Task>[] more)
    {
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        var report = await new CrashScenario(newswatch).RunAsync(
            1_500,
            [
                () => newswatch.KillAndRestartAsync("watcher"),
                () => newswatch.KillAndRestartAsync("indexer"),
                newswatch.KillAndRestartBrokerAsync,
                () => newswatch.KillAndRestartAsync("ingestion"),
                .. more,
            ]);
        output.WriteLine(report.ToString());
    }
}
