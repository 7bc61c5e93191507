using MassTransit;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>Takes one bad article out of a batch, so that it ends in the error queue alone.</summary>
public interface IBatchSplitter
{
    /// <summary>Sets the article aside; where that means sending it back alone, the consumer fails on it there.</summary>
    /// <exception cref="Exception"><paramref name="reason"/>, when the article already is the whole batch: then the batch itself is to fail.</exception>
    Task SetAsideAsync(ConsumeContext<ArticlesIngested> batch, IngestedArticle article, Exception reason) =>
        SetAsideAsync(batch, new ArticlesIngested { Articles = [article] }, reason);

    /// <summary>Sets an imported alert aside in the same way.</summary>
    Task SetAsideAsync(ConsumeContext<ArticlesIngested> batch, AlertRaised imported, Exception reason) =>
        SetAsideAsync(batch, new ArticlesIngested { Articles = [], ImportedAlerts = [imported] }, reason);

    /// <summary>Sets one thing of the batch aside, as a batch of its own.</summary>
    Task SetAsideAsync(ConsumeContext<ArticlesIngested> batch, ArticlesIngested alone, Exception reason);
}
