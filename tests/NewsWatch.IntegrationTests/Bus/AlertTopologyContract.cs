using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Bus;

/// <summary>What every transport must keep: who gets what, and that nothing accepted is lost.</summary>
public abstract class AlertTopologyContract
{
    /// <summary>Settings of a process on this transport; the same for all processes of one test.</summary>
    protected abstract Task<string[]> SettingsAsync();

    /// <summary>Titles of the articles in the error queue of an endpoint, each with the reason.</summary>
    internal abstract Task<IReadOnlyList<(string Title, string Reason)>> ErrorsAsync(string queue);

    [Fact]
    public async Task An_alert_reaches_the_archive_and_every_listener_with_its_trace()
    {
        var recorder = new BusRecorder();
        await using var host = await BusHost.StartAsync(await SettingsAsync(), recorder, RecordingConsumers.All);
        await host.Articles.PublishAsync(Some.Batch("warm"), TestContext.Current.CancellationToken);
        await recorder.WaitForArticlesAsync(Queues.WatcherArticles, 1);
        await WaitForListenersAsync(host, recorder);
        var alert = Some.Alert("One", "sanctions.russia") with { TraceState = "vendor=1" };

        await host.Alerts.PublishAsync([alert], TestContext.Current.CancellationToken);

        foreach (var endpoint in (string[])[Queues.IndexerAlerts, RecordingConsumers.FirstLive, RecordingConsumers.SecondLive])
        {
            var arrived = await Eventually.GetAsync(() => Task.FromResult(recorder.Alerts(endpoint).SingleOrDefault(a => a.Id == alert.Id)), a => a is not null, $"the alert at {endpoint}");
            Assert.Equivalent(alert, arrived, strict: true);
        }
    }

    [Fact]
    public async Task Batches_published_before_any_consumer_ran_reach_both_queues()
    {
        var settings = await SettingsAsync();
        await using (var publisher = await BusHost.StartAsync(settings, new BusRecorder()))
        {
            await publisher.Articles.PublishAsync(Some.Batch("one", "two"), TestContext.Current.CancellationToken);
            await publisher.Alerts.PublishAsync([Some.Alert("three")], TestContext.Current.CancellationToken);
        }

        var recorder = new BusRecorder();
        await using var consumers = await BusHost.StartAsync(settings, recorder, RecordingConsumers.All);

        await recorder.WaitForArticlesAsync(Queues.IndexerArticles, 2);
        await recorder.WaitForArticlesAsync(Queues.WatcherArticles, 2);
        await recorder.WaitForAlertsAsync(Queues.IndexerAlerts, 1);
        Assert.Equal(["one", "two"], recorder.Articles(Queues.WatcherArticles));
        Assert.Equal(Some.TraceParent, recorder.Alerts(Queues.IndexerAlerts)[0].TraceParent);
    }

    [Fact]
    public async Task What_is_published_while_the_process_starts_is_not_lost()
    {
        var recorder = new BusRecorder();
        await using var host = BusHost.Create(await SettingsAsync(), recorder, RecordingConsumers.All);

        var early = host.Articles.PublishAsync(Some.Batch("early"), TestContext.Current.CancellationToken);
        await host.StartAsync();
        await early;

        await recorder.WaitForArticlesAsync(Queues.IndexerArticles, 1);
        await recorder.WaitForArticlesAsync(Queues.WatcherArticles, 1);
    }

    [Fact]
    public async Task A_bad_article_ends_in_the_error_queue_alone_and_its_siblings_succeed()
    {
        var recorder = new BusRecorder();
        await using var host = await BusHost.StartAsync(await SettingsAsync(), recorder, RecordingConsumers.All);

        await host.Articles.PublishAsync(Some.Batch("before", BusRecorder.Bad, "after"), TestContext.Current.CancellationToken);

        foreach (var queue in (string[])[Queues.IndexerArticles, Queues.WatcherArticles])
        {
            // A batch that the broker refuses, as it does while one of its new queues has no leader yet, is sent to all of them again.
            await Eventually.IsTrueAsync(() => Task.FromResult(recorder.Articles(queue).Contains("after")), $"the sibling behind it at {queue}");
            Assert.Equal(["before", "after"], recorder.Articles(queue).Distinct());
            var errors = await Eventually.GetAsync(() => ErrorsAsync(queue), errors => errors.Count > 0, $"an error of {queue}");
            Assert.Equal([(BusRecorder.Bad, new BadArticleException().Message)], errors.Distinct());
        }
    }

    [Fact]
    public async Task A_batch_of_one_bad_article_is_not_tried_for_ever()
    {
        var recorder = new BusRecorder();
        await using var host = await BusHost.StartAsync(await SettingsAsync(), recorder, RecordingConsumers.All);
        var before = await WaitForQueuesAsync(host, recorder);

        await host.Articles.PublishAsync(Some.Batch(BusRecorder.Bad), TestContext.Current.CancellationToken);
        await host.Articles.PublishAsync(Some.Batch("next"), TestContext.Current.CancellationToken);

        await recorder.WaitForArticlesAsync(Queues.IndexerArticles, before + 1);
        await Eventually.GetAsync(() => ErrorsAsync(Queues.IndexerArticles), errors => errors.Count > 0, "the error");
        await host.Articles.PublishAsync(Some.Batch("last"), TestContext.Current.CancellationToken);
        await recorder.WaitForArticlesAsync(Queues.IndexerArticles, before + 2);
        Assert.Equal([(BusRecorder.Bad, new BadArticleException().Message)], await ErrorsAsync(Queues.IndexerArticles));
    }

    [Fact]
    public async Task What_was_put_aside_is_shown_with_its_reason_and_given_back_once_it_is_mended()
    {
        var recorder = new BusRecorder();
        await using var host = await BusHost.StartAsync(await SettingsAsync(), recorder, RecordingConsumers.All);
        var before = await WaitForQueuesAsync(host, recorder);
        await host.Articles.PublishAsync(Some.Batch(BusRecorder.Bad), TestContext.Current.CancellationToken);
        foreach (var queue in (string[])[Queues.IndexerArticles, Queues.WatcherArticles])
            await Eventually.IsTrueAsync(async () => (await host.State.QueuesAsync(TestContext.Current.CancellationToken)).Single(q => q.Name == queue).Errors == 1, $"an error of {queue}");

        // Looking takes nothing away; on a broker what was looked at returns a moment later.
        await host.Errors.ListAsync(Queues.IndexerArticles, 10, TestContext.Current.CancellationToken);
        var failed = (await Eventually.GetAsync(() => host.Errors.ListAsync(Queues.IndexerArticles, 10, TestContext.Current.CancellationToken), all => all.Count == 1, "the message that was looked at"))[0];
        Assert.Equal((new BadArticleException().Message, $"Article “{BusRecorder.Bad}”"), (failed.Reason, failed.Content));
        Assert.Equal(0, await host.Errors.ReplayAsync(Queues.IndexerArticles, "no such id", TestContext.Current.CancellationToken));

        recorder.IsMended = true;
        await Eventually.GetAsync(() => host.Errors.ReplayAsync(Queues.IndexerArticles, failed.Id, TestContext.Current.CancellationToken), replayed => replayed == 1, "the message to be given back");
        await recorder.WaitForArticlesAsync(Queues.IndexerArticles, before + 1);
        Assert.Empty(await host.Errors.ListAsync(Queues.IndexerArticles, 10, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(BusRecorder.Bad, recorder.Articles(Queues.WatcherArticles));

        var other = Assert.Single(await host.Errors.ListAsync(Queues.WatcherArticles, 10, TestContext.Current.CancellationToken));
        await Eventually.IsTrueAsync(() => host.Errors.DiscardAsync(Queues.WatcherArticles, other.Id, TestContext.Current.CancellationToken), "the message to be dropped");
        Assert.False(await host.Errors.DiscardAsync(Queues.WatcherArticles, other.Id, TestContext.Current.CancellationToken));
        Assert.Equal(0, await host.Errors.ReplayAsync(Queues.WatcherArticles, null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_in_hand_when_a_process_stops_comes_again_at_the_next_start(bool failsWhenStopped)
    {
        // More than are taken at once: those behind them are not to be begun.
        var titles = Enumerable.Range(100, 50).Select(n => $"number {n}").ToArray();
        var settings = await SettingsAsync();
        var before = new BusRecorder { Stuck = Queues.WatcherArticles, FailsWhenStopped = failsWhenStopped };
        await using (var host = await BusHost.StartAsync(settings, before, RecordingConsumers.All))
        {
            foreach (var title in titles) await host.Articles.PublishAsync(Some.Batch(title), TestContext.Current.CancellationToken);
            await before.WaitForFinishedAsync(Queues.IndexerArticles, titles.Length);
        }

        var after = new BusRecorder();
        await using (await BusHost.StartAsync(settings, after, RecordingConsumers.All)) await after.WaitForArticlesAsync(Queues.WatcherArticles, titles.Length);

        Assert.Equal(titles, after.Articles(Queues.WatcherArticles).Order(StringComparer.Ordinal));
        Assert.Empty(after.Articles(Queues.IndexerArticles));
        Assert.Empty(await ErrorsAsync(Queues.WatcherArticles));
    }

    [Fact]
    public async Task What_waits_and_who_reads_is_known()
    {
        var recorder = new BusRecorder { Stuck = Queues.WatcherArticles };
        await using var host = await BusHost.StartAsync(await SettingsAsync(), recorder, RecordingConsumers.All);
        await host.Articles.PublishAsync(Some.Batch("one"), TestContext.Current.CancellationToken);
        await recorder.WaitForArticlesAsync(Queues.IndexerArticles, 1);

        var queues = await Eventually.GetAsync(() => host.State.QueuesAsync(TestContext.Current.CancellationToken), all => all.Single(q => q.Name == Queues.IndexerArticles).Waiting == 0, "the archive's queue to be empty");
        Assert.Equal(Queues.Durable, queues.Select(q => q.Name));
        Assert.All(queues, queue => Assert.True(queue.Consumers > 0, queue.ToString()));
    }

    /// <summary>
    /// Waits until both queues of articles have taken one, since a batch that the broker refuses while one of them has no leader yet is sent to both again.
    /// </summary>
    /// <returns>How many the Indexer's has taken, with what was sent again.</returns>
    private static async Task<int> WaitForQueuesAsync(BusHost host, BusRecorder recorder)
    {
        await host.Articles.PublishAsync(Some.Batch("before"), TestContext.Current.CancellationToken);
        foreach (var queue in (string[])[Queues.IndexerArticles, Queues.WatcherArticles]) await recorder.WaitForArticlesAsync(queue, 1);
        await host.Articles.PublishAsync(Some.Batch("ready"), TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync(() => Task.FromResult(recorder.Articles(Queues.IndexerArticles).Contains("ready")), "a batch behind what was sent again");
        return recorder.Articles(Queues.IndexerArticles).Length;
    }

    /// <summary>A listener hears what is published after it began to listen, so a test first makes sure that it has.</summary>
    private static Task WaitForListenersAsync(BusHost host, BusRecorder recorder)
    {
        var n = 0;
        return Eventually.IsTrueAsync(
            async () =>
            {
                await host.Alerts.PublishAsync([Some.Alert($"probe {n++}")], TestContext.Current.CancellationToken);
                return recorder.Alerts(RecordingConsumers.FirstLive).Length > 0 && recorder.Alerts(RecordingConsumers.SecondLive).Length > 0;
            },
            "both listeners");
    }
}
