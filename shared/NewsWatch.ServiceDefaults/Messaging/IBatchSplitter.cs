using MassTransit;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>Takes one bad article out of a batch, so that it ends in the error queue alone.</summary>
public interface IBatchSplitter
{
    /// <summary>Sets the article aside; where that means sending it back alone, the consumer fails on it there.</summary>
    /// <exception cref="Exception"><paramref name="reason"/>, when the article already is the whole batch: then the batch itself is to fail.</exception>
    Task SetAsideAsync(ConsumeContext<ArticlesIngested> batch, IngestedArticle article, Exception reason);
}
