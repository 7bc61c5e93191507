using NewsWatch.Gateway;
using NewsWatch.Indexer;
using NewsWatch.Ingestion;
using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Hosting;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Hosting;
using NewsWatch.Watcher;

namespace NewsWatch.Standalone;

/// <summary>All modules in one process.</summary>
public static class StandaloneHost
{
    public static WebApplication Create(string[] args)
    {
        var builder = ServiceBuilder.Create("newswatch", args);
        builder.AddStore(StoreCollections.Archive | StoreCollections.Catalogue | StoreCollections.FeedState);
        builder.AddBus(IngestionModule.ConfigureBus, IndexerModule.ConfigureBus, WatcherModule.ConfigureBus, GatewayModule.ConfigureBus);
        builder.AddIngestion();
        builder.AddIndexer();
        builder.AddWatcher();
        builder.AddGateway();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGateway();
        app.MapIngestion();
        return app;
    }
}
