using NewsWatch.Storage;
using NewsWatch.Storage.Hosting;
using Polly;
using Polly.Retry;

namespace NewsWatch.Indexer;

/// <summary>Waits for a store that is away, for as long as it takes: what waits stays unacknowledged on the broker and is not lost.</summary>
internal sealed class StoreWait(StoreReady ready, TimeProvider clock, ILogger<StoreWait> logger)
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<StoreUnavailableException>(),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(10),
            OnRetry = retry =>
            {
                logger.WaitingForStore(retry.AttemptNumber + 1, retry.Outcome.Exception?.Message ?? "");
                return default;
            },
        })
        .Build();

    public async Task<T> ForAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        await ready.Task.WaitAsync(cancellationToken);
        return await _pipeline.ExecuteAsync(async token => await write(token), cancellationToken);
    }
}
