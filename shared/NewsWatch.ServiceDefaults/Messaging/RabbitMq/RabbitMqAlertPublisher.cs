using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsWatch.Contracts;
using Polly;
using RabbitMQ.Client;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Publishes alerts as plain JSON. Not through the bus: outsiders get no envelope, and the properties are promises.</summary>
internal sealed class RabbitMqAlertPublisher : IAlertPublisher
{
    private readonly RabbitMqConnection _connection;
    private readonly ResiliencePipeline _pipeline;

    public RabbitMqAlertPublisher(RabbitMqConnection connection, TimeProvider clock, ILogger<RabbitMqAlertPublisher> logger)
    {
        _connection = connection;
        // For ever: the articles behind these alerts stay unacknowledged meanwhile, so waiting loses nothing.
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddEndlessRetry(_ => true, logger.AlertsWaitForBroker)
            .AddTimeout(TimeSpan.FromSeconds(30))
            .Build();
    }

    public async Task PublishAsync(IReadOnlyList<AlertRaised> alerts, CancellationToken cancellationToken = default) =>
        await _pipeline.ExecuteAsync(async token => await PublishOnceAsync(alerts, token), cancellationToken);

    /// <summary>All at once and then all confirms, since each confirm costs a round trip to disk.</summary>
    private async Task PublishOnceAsync(IReadOnlyList<AlertRaised> alerts, CancellationToken cancellationToken)
    {
        var channel = await _connection.ChannelAsync(cancellationToken);
        var confirms = new List<Task>(alerts.Count);
        foreach (var alert in alerts)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(alert, NewsWatchJson.Options);
            confirms.Add(channel.BasicPublishAsync(Topic.Exchange, Topic.RoutingKey(alert.Topic), mandatory: false, PropertiesOf(alert), body, cancellationToken).AsTask());
        }

        await Task.WhenAll(confirms);
    }

    private static BasicProperties PropertiesOf(AlertRaised alert)
    {
        var headers = new Dictionary<string, object?>();
        if (alert.TraceParent is not null) headers["traceparent"] = alert.TraceParent;
        if (alert.TraceState is not null) headers["tracestate"] = alert.TraceState;
        return new BasicProperties
        {
            ContentType = "application/json",
            MessageId = alert.Id,
            Type = AlertRaised.SchemaName,
            Persistent = true,
            Headers = headers,
        };
    }
}
