using MassTransit;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Discovery;
using NewsWatch.Ingestion.Feeds;
using NewsWatch.Ingestion.Files;
using NewsWatch.Ingestion.Intake;
using NewsWatch.Ingestion.Pages;
using NewsWatch.Ingestion.Push;
using NewsWatch.Ingestion.Web;
using NewsWatch.Ingestion.WebSub;
using NewsWatch.Storage.Ledger;

namespace NewsWatch.Ingestion;

/// <summary>Takes articles in by push, by file and from feeds, and publishes each once.</summary>
public static class IngestionModule
{
    public static WebApplicationBuilder AddIngestion(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddLedgerOf(Ledgers.Ingestion, IngestionTelemetry.ArticlesName);
        services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PushOptions>().BindConfiguration(PushOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<InboxOptions>().BindConfiguration(InboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<FeedOptions>().BindConfiguration(FeedOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<WebSubOptions>().BindConfiguration(WebSubOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PageOptions>().BindConfiguration(PageOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddSingleton<ArticleFactory>();
        services.AddSingleton(provider => new RecentArticles(provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<IntakeOptions>>().Value.Remembered));
        services.AddSingleton<RevisionResolver>();
        services.AddSingleton<IntakeFailures>();
        services.AddSingleton<ArchiveQuestions>();
        services.AddSingleton<BatchPublisher>();
        services.AddSingleton<ArticleIntake>();
        services.AddSingleton<IArticleIntake>(provider => provider.GetRequiredService<ArticleIntake>());
        services.AddHostedService(provider => provider.GetRequiredService<ArticleIntake>());
        services.AddHostedService<InboxService>();

        builder.AddWebHttpClient();
        services.AddSingleton<HostSlots>();
        services.AddSingleton<HostPace>();
        services.AddSingleton<RobotsCache>();
        services.AddSingleton<PageFetcher>();
        services.AddSingleton<PagePoll>();
        services.AddSingleton<HubChoice>();
        services.AddSingleton<HubSubscriber>();
        services.AddSingleton<FeedReader>();
        services.AddSingleton<FeedPoll>();
        services.AddSingleton<FeedList>();
        services.AddHostedService<FeedPoller>();
        services.AddSingleton<FeedFinder>();
        return builder;
    }

    public static void ConfigureBus(IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<FeedChangedConsumer, FeedChangedConsumerDefinition>();

    public static WebApplication MapIngestion(this WebApplication app)
    {
        app.MapPush();
        app.MapDiscovery();
        app.MapWebSub();
        return app;
    }
}
