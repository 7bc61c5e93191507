using MassTransit;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Sends the article back to the same queue as a batch of one, where the ordinary retries and error queue take it.</summary>
internal sealed class RabbitMqBatchSplitter : IBatchSplitter
{
    public Task SetAsideAsync(ConsumeContext<ArticlesIngested> batch, IngestedArticle article, Exception reason)
    {
        if (batch.Message.Articles.Count == 1) throw reason;
        return batch.Send(batch.ReceiveContext.InputAddress, new ArticlesIngested { Articles = [article] });
    }
}
