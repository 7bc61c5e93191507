using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsWatch.ServiceDefaults.Messaging.InMemory;
using NewsWatch.ServiceDefaults.Messaging.RabbitMq;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>The bus of a process: RabbitMQ where <c>ConnectionStrings:rabbitmq</c> names one, else in memory with a journal on disk.</summary>
public static class BusModule
{
    // What everything else needs that stops with the bus.
    private static readonly TimeSpan AfterBus = TimeSpan.FromSeconds(10);

    /// <summary>Registers the bus with the consumers of the modules that run in this process.</summary>
    public static WebApplicationBuilder AddBus(this WebApplicationBuilder builder, params Action<IBusRegistrationConfigurator>[] modules)
    {
        builder.Services.AddOptions<BusOptions>().BindConfiguration(BusOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IChangePublisher, BusChangePublisher>();
        builder.Services.AddOptions<MassTransitHostOptions>().Configure<IOptions<BusOptions>>((host, bus) => host.ConsumerStopTimeout = bus.Value.StopTimeout);
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<BusOptions>>((host, bus) =>
        {
            // Shorter, and the host would take the services away from consumers that still have their time.
            if (BusLifetime.StopTimeout(bus.Value) + AfterBus is var least && host.ShutdownTimeout < least) host.ShutdownTimeout = least;
        });

        var broker = builder.Configuration.GetConnectionString("rabbitmq");
        var isInMemory = string.IsNullOrEmpty(broker);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            // First, so that it stands outside of all that is added after it.
            bus.AddConfigureEndpointsCallback((context, name, endpoint) =>
                endpoint.UseFilter(new StoppingFilter(context.GetRequiredService<IHostApplicationLifetime>(), isInMemory ? JournalEndpoints.KeeperOf(name) : MessageKeeper.Broker)));
            foreach (var module in modules) module(bus);
            if (isInMemory) bus.UseInMemoryBus();
            else bus.UseRabbitMqBus(new Uri(broker!));
        });
        builder.Services.RemoveMassTransitHostedService();
        builder.Services.AddHostedService<BusLifetime>();

        if (isInMemory) builder.Services.AddInMemoryMessaging();
        else builder.Services.AddRabbitMqMessaging(new Uri(broker!));
        return builder;
    }
}
