using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NewsWatch.Storage.Hosting;

/// <summary>The store in a process: registered, prepared at start, watched by the health endpoint.</summary>
public static class StoreModule
{
    /// <summary>Adds the store that the configuration names.</summary>
    /// <param name="builder">The process.</param>
    /// <param name="collections">The collections that this process writes.</param>
    public static TBuilder AddStore<TBuilder>(this TBuilder builder, StoreCollections collections)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddNewsWatchStorage();
        builder.Services.AddSingleton<StoreReady>();
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<StorePreparation>(provider, collections));
        builder.Services.AddHealthChecks().AddCheck<StoreHealthCheck>("store");
        return builder;
    }
}
