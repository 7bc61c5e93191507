using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Hosting;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Hosting;

namespace NewsWatch.Watcher;

/// <summary>The service as a process of its own.</summary>
public static class WatcherHost
{
    public static WebApplication Create(string[] args)
    {
        var builder = ServiceBuilder.Create("newswatch-watcher", args);
        builder.AddStore(StoreCollections.None);
        builder.AddBus(WatcherModule.ConfigureBus);
        builder.AddWatcher();
        var app = builder.Build();
        app.MapServiceDefaults();
        return app;
    }
}
