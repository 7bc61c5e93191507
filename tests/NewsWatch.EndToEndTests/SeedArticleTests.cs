using NewsWatch.EndToEndTests.Scenarios;
using NewsWatch.Testing;
using NewsWatch.Testing.Installations;
using Xunit;

namespace NewsWatch.EndToEndTests;

public sealed class SeedArticleTests
{
    [Fact]
    public async Task Pushed_to_one_process()
    {
        Assert.SkipWhen(SeedArticleScenario.File is null, SeedArticleScenario.MissingSeed);
        await using var newswatch = new StandaloneInstallation();
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        await SeedArticleScenario.RunAsync(newswatch);
    }

    [Fact]
    public async Task Dropped_into_the_inbox()
    {
        Assert.SkipWhen(SeedArticleScenario.File is null, SeedArticleScenario.MissingSeed);
        await using var newswatch = new StandaloneInstallation();
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        var inbox = Path.Combine(newswatch.DataFolder, "inbox");
        File.Copy(SeedArticleScenario.File!, Path.Combine(inbox, "story.txt"));
        await SeedArticleScenario.CheckAsync(newswatch);
        await Eventually.IsTrueAsync(() => Task.FromResult(File.Exists(Path.Combine(inbox, "done", "story.txt"))), "the file to be in done/");
    }

    [Fact]
    public async Task Pushed_to_many_processes_with_SQLite()
    {
        Assert.SkipWhen(SeedArticleScenario.File is null, SeedArticleScenario.MissingSeed);
        Assert.SkipWhen(RabbitMqServer.Problem is not null, RabbitMqServer.Problem ?? "");
        await using var newswatch = await DistributedInstallation.CreateAsync();
        await RunWithSubscriberAsync(newswatch);
    }

    [Fact]
    public async Task Pushed_to_many_processes_with_Elasticsearch()
    {
        Assert.SkipWhen(SeedArticleScenario.File is null, SeedArticleScenario.MissingSeed);
        Assert.SkipWhen(RabbitMqServer.Problem is not null, RabbitMqServer.Problem ?? "");
        Assert.SkipUnless(ElasticsearchServer.IsAvailable, ElasticsearchServer.Absent);
        await using var elasticsearch = new ElasticsearchServer();
        await using var newswatch = await DistributedInstallation.CreateAsync(await elasticsearch.AddressAsync());
        await RunWithSubscriberAsync(newswatch);
    }

    /// <summary>An outsider with nothing but an AMQP client gets the alerts, in the trace that began at the push.</summary>
    internal static async Task RunWithSubscriberAsync(DistributedInstallation newswatch)
    {
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        await using var subscriber = await AlertSubscriber.ConnectAsync(newswatch.Broker.ConnectionString, "alerts.#");
        await SeedArticleScenario.RunAsync(newswatch);
        await subscriber.WaitForAsync(2);
        await TracedPush.CheckAsync(newswatch, subscriber);
    }
}
