using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.ServiceDefaults.Messaging.InMemory;
using NewsWatch.ServiceDefaults.Messaging.RabbitMq;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>The bus of a process: RabbitMQ where <c>ConnectionStrings:rabbitmq</c> names one, else in memory with a journal on disk.</summary>
public static class BusModule
{
    /// <summary>Registers the bus with the consumers of the modules that run in this process.</summary>
    public static WebApplicationBuilder AddBus(this WebApplicationBuilder builder, params Action<IBusRegistrationConfigurator>[] modules)
    {
        builder.Services.AddOptions<BusOptions>().BindConfiguration(BusOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IChangePublisher, BusChangePublisher>();
        // A process starts and answers its health endpoint while the broker is still away; the bus connects when it can.
        builder.Services.Configure<MassTransitHostOptions>(host => host.WaitUntilStarted = false);

        var broker = builder.Configuration.GetConnectionString("rabbitmq");
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var module in modules) module(bus);
            if (string.IsNullOrEmpty(broker)) bus.UseInMemoryBus();
            else bus.UseRabbitMqBus(new Uri(broker));
        });

        if (string.IsNullOrEmpty(broker)) builder.Services.AddInMemoryMessaging();
        else builder.Services.AddRabbitMqMessaging(new Uri(broker));
        return builder;
    }
}
