using NewsWatch.ServiceDefaults;
using NewsWatch.Storage;
using NewsWatch.Storage.Hosting;
using Polly;

namespace NewsWatch.Indexer;

/// <summary>Waits for a store that is away, for as long as it takes: what waits stays unacknowledged on the broker and is not lost.</summary>
internal sealed class StoreWait(StoreReady ready, TimeProvider clock, ILogger<StoreWait> logger)
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddEndlessRetry(e => e is StoreUnavailableException, logger.WaitingForStore)
        .Build();

    public async Task<T> ForAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        await ready.Task.WaitAsync(cancellationToken);
        return await _pipeline.ExecuteAsync(async token => await write(token), cancellationToken);
    }
}
