using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Hosting;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Hosting;

namespace NewsWatch.Indexer;

/// <summary>The service as a process of its own.</summary>
public static class IndexerHost
{
    public static WebApplication Create(string[] args)
    {
        var builder = ServiceBuilder.Create("newswatch-indexer", args);
        builder.AddStore(StoreCollections.Archive);
        builder.AddBus(IndexerModule.ConfigureBus);
        builder.AddIndexer();
        var app = builder.Build();
        app.MapServiceDefaults();
        return app;
    }
}
