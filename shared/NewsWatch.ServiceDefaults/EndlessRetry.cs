using Polly;
using Polly.Retry;

namespace NewsWatch.ServiceDefaults;

/// <summary>Waiting for a broker or a store that is away, for as long as it takes.</summary>
public static class EndlessRetry
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>Tries again without end, at first after 0.2 s and by and by every 10 s, each pause of a different length.</summary>
    /// <param name="builder">Of the pipeline that waits.</param>
    /// <param name="passes">Whether waiting mends it. What is cancelled is never tried again.</param>
    /// <param name="tell">Is told of an attempt that failed: its number, counted from 1, and the reason. Where many wait at once, of the first with that number.</param>
    public static ResiliencePipelineBuilder AddEndlessRetry(this ResiliencePipelineBuilder builder, Func<Exception, bool> passes, Action<int, string> tell)
    {
        var news = new News(builder.TimeProvider ?? TimeProvider.System);
        return builder.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(e => e is not OperationCanceledException && passes(e)),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = LongestPause,
            OnRetry = retry =>
            {
                var attempt = retry.AttemptNumber + 1;
                if (news.Is(attempt)) tell(attempt, retry.Outcome.Exception?.Message ?? "");
                return default;
            },
        });
    }

    /// <summary>Many wait for one outage, and a log that says each of their attempts says less.</summary>
    private sealed class News(TimeProvider clock)
    {
        private readonly Lock _gate = new();
        private int _attempt;
        private long _told;

        public bool Is(int attempt)
        {
            lock (_gate)
            {
                if (attempt <= _attempt && clock.GetElapsedTime(_told) < LongestPause) return false;
                (_attempt, _told) = (attempt, clock.GetTimestamp());
                return true;
            }
        }
    }
}
