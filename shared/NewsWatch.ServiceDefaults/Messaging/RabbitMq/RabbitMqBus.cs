using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging.Errors;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

internal static class RabbitMqBus
{
    public static void UseRabbitMqBus(this IBusRegistrationConfigurator bus, Uri broker) =>
        bus.UsingRabbitMq((context, rabbit) =>
        {
            var sockets = context.GetRequiredService<BusSockets>();
            rabbit.Host(broker, host =>
            {
                host.PublisherConfirmation = true;
                host.OnRefreshConnectionFactory = factory =>
                {
                    sockets.Use(factory);
                    return Task.CompletedTask;
                };
            });
            rabbit.PrefetchCount = context.GetRequiredService<IOptions<BusOptions>>().Value.PrefetchCount;
            rabbit.Message<WatchChanged>(message => message.SetEntityName("newswatch.watches"));
            rabbit.Message<FragmentChanged>(message => message.SetEntityName("newswatch.fragments"));
            rabbit.Message<FeedChanged>(message => message.SetEntityName("newswatch.feeds"));
            rabbit.ConfigureJsonSerializerOptions(BusJson.Configure);
            rabbit.ConfigureEndpoints(context);
        });

    public static void AddRabbitMqMessaging(this IServiceCollection services, Uri broker)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RabbitMqConnection>(provider, broker));
        services.AddSingleton<BusSockets>();
        services.AddSingleton<IBusPrecondition, DeclaredTopology>();
        services.AddHostedService<BusSupervisor>();
        services.AddSingleton<IArticlePublisher, RabbitMqArticlePublisher>();
        services.AddSingleton<IAlertPublisher, RabbitMqAlertPublisher>();
        services.AddSingleton<IBatchSplitter, RabbitMqBatchSplitter>();
        services.AddSingleton(new RabbitMqInspection(broker));
        services.AddSingleton<IBrokerState, RabbitMqState>();
        services.AddSingleton<IErrorQueues, RabbitMqErrorQueues>();
    }
}
