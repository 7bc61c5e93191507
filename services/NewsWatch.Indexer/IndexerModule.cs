using MassTransit;
using NewsWatch.Indexer.Alerts;
using NewsWatch.Indexer.Articles;
using NewsWatch.Indexer.Retention;
using NewsWatch.Storage.Retention;

namespace NewsWatch.Indexer;

/// <summary>Stores articles and alerts in the archive, which it alone writes.</summary>
public static class IndexerModule
{
    public static WebApplicationBuilder AddIndexer(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StoreWait>();
        builder.Services.AddOptions<RetentionPolicy>().BindConfiguration(RetentionPolicy.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<RetentionJob>();
        return builder;
    }

    public static void ConfigureBus(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ArticlesIngestedConsumer, ArticlesIngestedConsumerDefinition>();
        bus.AddConsumer<AlertRaisedConsumer, AlertRaisedConsumerDefinition>();
    }
}
