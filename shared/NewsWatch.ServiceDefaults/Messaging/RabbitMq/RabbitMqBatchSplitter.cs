using MassTransit;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Sends the article back to the same queue as a batch of one, where the ordinary retries and error queue take it.</summary>
internal sealed class RabbitMqBatchSplitter : IBatchSplitter
{
    public Task SetAsideAsync(ConsumeContext<ArticlesIngested> batch, ArticlesIngested alone, Exception reason)
    {
        if (batch.Message.Articles.Count + (batch.Message.ImportedAlerts?.Count ?? 0) == 1) throw reason;
        return batch.Send(batch.ReceiveContext.InputAddress, alone);
    }
}
