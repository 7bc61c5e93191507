using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging.RabbitMq;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>How endpoints are set up, for consumer definitions that must not know the transport.</summary>
public static class EndpointConfiguration
{
    /// <summary>The name of an endpoint that every instance of a service has for itself and that ends with it.</summary>
    public static string PerInstance(string name) => $"newswatch.{name}.{NewId.NextGuid():N}";

    /// <summary>A durable queue of article batches: quorum on RabbitMQ, journalled in one process.</summary>
    public static void TakesArticles(this IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConfigureConsumeTopology = endpoint is not IRabbitMqReceiveEndpointConfigurator;
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            QueueArguments.Apply(rabbit);
            TakePlainJson<ArticlesIngested>(rabbit);
            rabbit.Bind(Queues.ArticlesExchange, exchange => exchange.ExchangeType = "fanout");
        }
    }

    /// <summary>A durable queue of alerts, bound to all topics. Alerts travel as plain JSON without an envelope.</summary>
    public static void TakesAlerts(this IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            QueueArguments.Apply(rabbit);
            BindAlerts(rabbit);
        }
    }

    /// <summary>A queue of alerts of this instance alone; it ends with the process.</summary>
    public static void TakesLiveAlerts(this IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) BindAlerts(rabbit);
    }

    private static void BindAlerts(IRabbitMqReceiveEndpointConfigurator rabbit)
    {
        rabbit.ConfigureConsumeTopology = false;
        TakePlainJson<AlertRaised>(rabbit);
        rabbit.Bind(Topic.Exchange, exchange =>
        {
            exchange.ExchangeType = "topic";
            exchange.RoutingKey = "alerts.#";
        });
    }

    private static void TakePlainJson<T>(IRabbitMqReceiveEndpointConfigurator rabbit)
        where T : class
    {
        var json = new PlainJson<T>();
        rabbit.ClearSerialization();
        rabbit.AddSerializer(json);
        rabbit.AddDeserializer(json, isDefault: true);
    }
}
