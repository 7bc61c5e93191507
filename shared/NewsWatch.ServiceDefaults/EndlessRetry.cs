using Polly;
using Polly.Retry;

namespace NewsWatch.ServiceDefaults;

/// <summary>Waiting for a broker or a store that is away, for as long as it takes.</summary>
public static class EndlessRetry
{
    /// <summary>Tries again without end, at first after 0.2 s and by and by every 10 s, each pause of a different length.</summary>
    /// <param name="builder">Of the pipeline that waits.</param>
    /// <param name="passes">Whether waiting mends it. What is cancelled is never tried again.</param>
    /// <param name="tell">Is told of each attempt that failed: its number, counted from 1, and the reason.</param>
    public static ResiliencePipelineBuilder AddEndlessRetry(this ResiliencePipelineBuilder builder, Func<Exception, bool> passes, Action<int, string> tell) =>
        builder.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(e => e is not OperationCanceledException && passes(e)),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(10),
            OnRetry = retry =>
            {
                tell(retry.AttemptNumber + 1, retry.Outcome.Exception?.Message ?? "");
                return default;
            },
        });
}
