using System.Text.Json;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Bus;

public sealed class InMemoryTopologyTests : AlertTopologyContract, IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("newswatch-bus-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    protected override Task<string[]> SettingsAsync() => Task.FromResult<string[]>(["--NewsWatch:Data", _data]);

    internal override Task<IReadOnlyList<(string Title, string Reason)>> ErrorsAsync(string queue)
    {
        var folder = Path.Combine(_data, "errors");
        IReadOnlyList<(string, string)> errors = Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, $"*-{queue}-*.json").Select(file => Read(File.ReadAllText(file)))]
            : [];
        return Task.FromResult(errors);
    }

    [Fact]
    public async Task What_one_endpoint_finished_is_given_again_to_the_other_only()
    {
        var settings = await SettingsAsync();
        var before = new BusRecorder { Stuck = Queues.WatcherArticles };
        await using (var host = await BusHost.StartAsync(settings, before, RecordingConsumers.All))
        {
            await host.Articles.PublishAsync(Some.Batch("one"), TestContext.Current.CancellationToken);
            await before.WaitForArticlesAsync(Queues.IndexerArticles, 1);
        }

        var after = new BusRecorder();
        await using (var host = await BusHost.StartAsync(settings, after, RecordingConsumers.All))
        {
            await after.WaitForArticlesAsync(Queues.WatcherArticles, 1);
            await host.Articles.PublishAsync(Some.Batch("two"), TestContext.Current.CancellationToken);
            await after.WaitForArticlesAsync(Queues.IndexerArticles, 1);
            await after.WaitForArticlesAsync(Queues.WatcherArticles, 2);
        }

        Assert.Equal(["two"], after.Articles(Queues.IndexerArticles));
        Assert.Empty(await ErrorsAsync(Queues.WatcherArticles));
    }

    [Fact]
    public async Task What_fails_is_put_aside_once_after_the_last_attempt_and_what_a_second_attempt_mends_not_at_all()
    {
        var recorder = new BusRecorder();
        await using var host = await BusHost.StartAsync(await SettingsAsync(), recorder, RecordingConsumers.All);

        await host.Articles.PublishAsync(Some.Batch(BusRecorder.Shaky), TestContext.Current.CancellationToken);
        await host.Articles.PublishAsync(Some.Batch(BusRecorder.Broken), TestContext.Current.CancellationToken);
        await recorder.WaitForArticlesAsync(Queues.IndexerArticles, 1);
        await recorder.WaitForArticlesAsync(Queues.WatcherArticles, 1);

        foreach (var queue in (string[])[Queues.IndexerArticles, Queues.WatcherArticles])
        {
            await Eventually.IsTrueAsync(async () => (await host.State.QueuesAsync(TestContext.Current.CancellationToken)).Single(q => q.Name == queue) is { Waiting: 0, Errors: > 0 }, $"the error of {queue}");
            Assert.Equal([(BusRecorder.Broken, "It fell down.")], await ErrorsAsync(queue));
        }
    }

    [Fact]
    public async Task Senders_wait_and_are_told_when_too_much_is_on_its_way()
    {
        var recorder = new BusRecorder { Stuck = Queues.WatcherArticles };
        await using var host = await BusHost.StartAsync(
            [.. await SettingsAsync(), "--NewsWatch:Bus:InMemoryCapacity", "2", "--NewsWatch:Bus:PublishTimeout", "00:00:01"], recorder, RecordingConsumers.All);
        await host.Articles.PublishAsync(Some.Batch("one"), TestContext.Current.CancellationToken);
        await host.Articles.PublishAsync(Some.Batch("two"), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<BrokerUnavailableException>(() => host.Articles.PublishAsync(Some.Batch("three"), TestContext.Current.CancellationToken));
    }

    private static (string Title, string Reason) Read(string json)
    {
        var error = JsonDocument.Parse(json).RootElement;
        var titles = error.GetProperty("message").GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("article").GetProperty("title").GetString());
        return (string.Join('+', titles), error.GetProperty("reason").GetString()!);
    }
}
