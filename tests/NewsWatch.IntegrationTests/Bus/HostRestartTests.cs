using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Hosting;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Bus;

/// <summary>A process that starts everything again: what it consumed before, it consumes again.</summary>
public sealed class HostRestartTests(SharedRabbitMq shared) : IClassFixture<SharedRabbitMq>
{
    [Fact]
    public async Task A_host_that_asks_for_a_new_start_consumes_again()
    {
        var server = await shared.EmptyAsync();
        var recorder = new BusRecorder();
        var hosts = new List<WebApplication>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = HostRestart.RunAsync(() => Build(server.ConnectionString, recorder, hosts), end.Token);
        await PublishAsync(hosts, 1, "first");
        await recorder.WaitForArticlesAsync(Queues.IndexerArticles, 1);

        hosts[0].Services.GetRequiredService<HostRestart>().Request();

        await PublishAsync(hosts, 2, "second");
        await recorder.WaitForArticlesAsync(Queues.IndexerArticles, 2);
        Assert.Equal(["first", "second"], recorder.Articles(Queues.IndexerArticles));
        await end.CancelAsync();
        await running;
    }

    private static WebApplication Build(string broker, BusRecorder recorder, List<WebApplication> hosts)
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--ConnectionStrings:rabbitmq", broker]);
        builder.AddServiceDefaults("test");
        builder.Services.AddSingleton(recorder);
        builder.AddBus(RecordingConsumers.All);
        var app = builder.Build();
        hosts.Add(app);
        return app;
    }

    private static async Task PublishAsync(List<WebApplication> hosts, int count, string title)
    {
        await Eventually.IsTrueAsync(() => Task.FromResult(hosts.Count == count), $"start {count}");
        await hosts[count - 1].Services.GetRequiredService<IArticlePublisher>().PublishAsync(Some.Batch(title), TestContext.Current.CancellationToken);
    }
}
