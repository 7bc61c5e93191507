using MassTransit;
using NewsWatch.Watcher.Matching;
using NewsWatch.Watcher.Watches;

namespace NewsWatch.Watcher;

/// <summary>Matches every article against all watches and raises alerts. It writes nothing.</summary>
public static class WatcherModule
{
    public static WebApplicationBuilder AddWatcher(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<CurrentWatches>();
        services.AddSingleton<ChangedWatches>();
        services.AddSingleton<AlertFactory>();
        services.AddSingleton<RaisedLately>();
        services.AddSingleton<ArticleMatcher>();
        services.AddSingleton<MatchingTurns>();
        services.AddHostedService<WatchRefresher>();
        services.AddHealthChecks().AddCheck<WatchesHealth>("watches");
        return builder;
    }

    public static void ConfigureBus(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ArticlesIngestedConsumer, ArticlesIngestedConsumerDefinition>();
        bus.AddConsumer<WatchListConsumer, WatchListConsumerDefinition>();
    }
}
