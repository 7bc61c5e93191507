using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using NewsWatch.Watcher.Matching;
using NewsWatch.Watcher.Watches;
using Xunit;

namespace NewsWatch.UnitTests.Watcher;

/// <summary>The Watcher's endpoint while the broker takes its time to confirm alerts.</summary>
public sealed class UnconfirmedAlertsTests
{
    private static readonly int Batches = 2 * MatchingTurns.AtOnce;

    [Fact]
    public async Task Batches_behind_one_whose_alerts_are_not_confirmed_are_matched_meanwhile()
    {
        var watches = new StoredList<Watch>();
        watches.Items.Add(Some.Watch(query: "sanctions"));
        var topic = new SlowTopic();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(_ => new CurrentWatches(watches, new StoredList<QueryFragment>(), NullLogger<CurrentWatches>.Instance))
            .AddSingleton(TimeProvider.System)
            .AddSingleton<AlertFactory>()
            .AddSingleton<RaisedLately>()
            .AddSingleton<ArticleMatcher>()
            .AddSingleton<MatchingTurns>()
            .AddSingleton<IAlertPublisher>(topic)
            .AddSingleton<IBatchSplitter, NoSplitter>()
            .AddMassTransit(bus =>
            {
                bus.AddConsumer<ArticlesIngestedConsumer, ArticlesIngestedConsumerDefinition>();
                bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
            })
            .BuildServiceProvider();
        await services.GetRequiredService<CurrentWatches>().RefreshAsync(TestContext.Current.CancellationToken);
        var bus = services.GetRequiredService<IBusControl>();
        await bus.StartAsync(TestContext.Current.CancellationToken);

        try
        {
            for (var i = 0; i < Batches; i++) await bus.Publish(Some.Batch($"Sanctions, part {i}"), TestContext.Current.CancellationToken);

            await Eventually.GetAsync(() => Task.FromResult(topic.Waiting), waiting => waiting == Batches, "the alerts of every batch to wait for their confirm");
        }
        finally
        {
            topic.Confirm();
            await bus.StopAsync(CancellationToken.None);
        }
    }

    private sealed class SlowTopic : IAlertPublisher
    {
        private readonly TaskCompletionSource _confirmed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _waiting;

        public int Waiting => _waiting;

        public void Confirm() => _confirmed.SetResult();

        public Task PublishAsync(IReadOnlyList<AlertRaised> alerts, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _waiting);
            return _confirmed.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class NoSplitter : IBatchSplitter
    {
        public Task SetAsideAsync(ConsumeContext<ArticlesIngested> batch, ArticlesIngested alone, Exception reason) => throw reason;
    }
}
