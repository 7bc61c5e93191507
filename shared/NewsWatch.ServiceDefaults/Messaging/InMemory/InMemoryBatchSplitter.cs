using MassTransit;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>Puts the article into the error folder at once: a batch of one sent through memory would not outlive the process.</summary>
internal sealed class InMemoryBatchSplitter(ErrorFolder errors) : IBatchSplitter
{
    public Task SetAsideAsync(ConsumeContext<ArticlesIngested> batch, ArticlesIngested alone, Exception reason)
    {
        var endpoint = batch.ReceiveContext.InputAddress.AbsolutePath.TrimStart('/');
        errors.PutAside(endpoint, alone, reason);
        return Task.CompletedTask;
    }
}
