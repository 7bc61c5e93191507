using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;

namespace NewsWatch.IntegrationTests.Bus;

/// <summary>Consumers on the endpoints of the real ones.</summary>
internal static class RecordingConsumers
{
    public const string FirstLive = "live.first";
    public const string SecondLive = "live.second";

    public static void All(IBusRegistrationConfigurator bus)
    {
        bus.AddReceiveObserver<FinishedObserver>();
        bus.AddConsumer<IndexerArticles, ArticlesDefinition<IndexerArticles>>().Endpoint(e => e.Name = Queues.IndexerArticles);
        bus.AddConsumer<WatcherArticles, ArticlesDefinition<WatcherArticles>>().Endpoint(e => e.Name = Queues.WatcherArticles);
        bus.AddConsumer<IndexerAlerts, StoredDefinition>().Endpoint(e => e.Name = Queues.IndexerAlerts);
        bus.AddConsumer<FirstListener, LiveDefinition<FirstListener>>().Endpoint(Temporary(FirstLive));
        bus.AddConsumer<SecondListener, LiveDefinition<SecondListener>>().Endpoint(Temporary(SecondLive));
    }

    private static Action<IEndpointRegistrationConfigurator> Temporary(string name) => endpoint =>
    {
        endpoint.Name = EndpointConfiguration.PerInstance(name);
        endpoint.Temporary = true;
    };

    private sealed class IndexerArticles(BusRecorder recorder, IBatchSplitter splitter) : IConsumer<ArticlesIngested>
    {
        public Task Consume(ConsumeContext<ArticlesIngested> context) => recorder.TakeAsync(Queues.IndexerArticles, context, splitter);
    }

    private sealed class WatcherArticles(BusRecorder recorder, IBatchSplitter splitter) : IConsumer<ArticlesIngested>
    {
        public Task Consume(ConsumeContext<ArticlesIngested> context) => recorder.TakeAsync(Queues.WatcherArticles, context, splitter);
    }

    private abstract class AlertConsumer(BusRecorder recorder, string endpoint) : IConsumer<AlertRaised>
    {
        public Task Consume(ConsumeContext<AlertRaised> context)
        {
            recorder.Take(endpoint, context.ReadAlert());
            return Task.CompletedTask;
        }
    }

    private sealed class IndexerAlerts(BusRecorder recorder) : AlertConsumer(recorder, Queues.IndexerAlerts);

    private sealed class FirstListener(BusRecorder recorder) : AlertConsumer(recorder, FirstLive);

    private sealed class SecondListener(BusRecorder recorder) : AlertConsumer(recorder, SecondLive);

    private sealed class ArticlesDefinition<T> : ConsumerDefinition<T>
        where T : class, IConsumer
    {
        protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<T> consumer, IRegistrationContext context)
        {
            endpoint.TakesArticles();
            endpoint.UseDefaultRetry<BadArticleException>();
        }
    }

    private sealed class StoredDefinition : ConsumerDefinition<IndexerAlerts>
    {
        protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<IndexerAlerts> consumer, IRegistrationContext context) => endpoint.TakesAlerts();
    }

    private sealed class LiveDefinition<T> : ConsumerDefinition<T>
        where T : class, IConsumer
    {
        protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<T> consumer, IRegistrationContext context) => endpoint.TakesLiveAlerts();
    }
}
