using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Hosting;
using NewsWatch.ServiceDefaults.Http;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Hosting;

namespace NewsWatch.Ingestion;

/// <summary>The service as a process of its own.</summary>
public static class IngestionHost
{
    public static WebApplication Create(string[] args)
    {
        var builder = ServiceBuilder.Create("newswatch-ingestion", args);
        builder.AddStore(StoreCollections.FeedState);
        builder.AddBus(IngestionModule.ConfigureBus);
        builder.AddIngestion();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.UseApiKey();
        app.MapIngestion();
        return app;
    }
}
