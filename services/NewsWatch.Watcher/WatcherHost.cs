using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Hosting;

namespace NewsWatch.Watcher;

/// <summary>The service as a process of its own.</summary>
public static class WatcherHost
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults("newswatch-watcher");
        builder.AddStore(StoreCollections.None);
        // Before the bus, so that it stops after it: a batch that waits for the watches to be read would hold up the bus's end for ever.
        builder.AddWatcher();
        builder.AddBus(WatcherModule.ConfigureBus);
        var app = builder.Build();
        app.MapServiceDefaults();
        return app;
    }
}
