using System.Diagnostics;
using MassTransit;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.ServiceDefaults.Telemetry;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Indexer.Alerts;

/// <summary>Stores an alert beside the articles.</summary>
internal sealed class AlertRaisedConsumer(IAlertWriter archive, StoreWait wait, ILogger<AlertRaisedConsumer> logger) : IConsumer<AlertRaised>
{
    public async Task Consume(ConsumeContext<AlertRaised> context)
    {
        var alert = context.ReadAlert();
        using var activity = IndexerTelemetry.Source.StartActivity("alert index", ActivityKind.Internal, TraceContext.Parse(alert.TraceParent, alert.TraceState));
        activity?.SetTag("newswatch.alert.id", alert.Id);
        var outcomes = await wait.ForAsync(token => archive.WriteAsync([alert], token), context.CancellationToken);
        IndexerTelemetry.CountAlerts(outcomes);
        if (outcomes[0] is not { Result: WriteResult.Rejected } rejected) return;
        logger.DocumentRefused("alert", alert.Id, rejected.Reason ?? "no reason given");
        throw new DocumentRejectedException(rejected.Reason ?? "no reason given");
    }
}

internal sealed class AlertRaisedConsumerDefinition : ConsumerDefinition<AlertRaisedConsumer>
{
    public AlertRaisedConsumerDefinition()
    {
        EndpointName = Queues.IndexerAlerts;
        ConcurrentMessageLimit = 32;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<AlertRaisedConsumer> consumer, IRegistrationContext context)
    {
        endpoint.TakesAlerts();
        endpoint.UseDefaultRetry<DocumentRejectedException>();
    }
}
