using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Hosting;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;
using NewsWatch.Storage.Hosting;

namespace NewsWatch.Gateway;

/// <summary>The service as a process of its own.</summary>
public static class GatewayHost
{
    public static WebApplication Create(string[] args)
    {
        var builder = ServiceBuilder.Create("newswatch-gateway", args);
        builder.AddStore(StoreCollections.Catalogue);
        builder.AddBus(GatewayModule.ConfigureBus);
        builder.AddGateway();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGateway();
        return app;
    }
}
