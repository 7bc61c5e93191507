using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.ServiceDefaults;
using NewsWatch.Testing;
using Polly;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults;

public sealed class EndlessRetryTests
{
    /// <summary>A number is told once, or again when ten seconds have passed.</summary>
    [Fact]
    public async Task Many_that_wait_for_one_outage_speak_with_one_voice()
    {
        var clock = new FakeTimeProvider(Some.Time);
        var told = new ConcurrentQueue<int>();
        var away = true;
        var attempts = new int[16];
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }.AddEndlessRetry(_ => true, (attempt, reason) => told.Enqueue(attempt)).Build();

        var waiting = attempts.Select((_, one) => pipeline.ExecuteAsync(_ => ++attempts[one] > 0 && away ? throw new IOException("away") : default(ValueTask), TestContext.Current.CancellationToken).AsTask()).ToList();
        while (attempts.Any(made => made < 8)) await AdvanceAsync(clock);
        away = false;
        while (waiting.Any(one => !one.IsCompleted)) await AdvanceAsync(clock);
        await Task.WhenAll(waiting);

        var tenSeconds = (clock.GetUtcNow() - Some.Time).TotalSeconds / 10;
        Assert.InRange(told.Count, 7, 2 * (attempts.Max() + tenSeconds));
        Assert.True(attempts.Sum() > 4 * told.Count, $"{told.Count} of {attempts.Sum()} attempts were told of");
        Assert.Equal(Enumerable.Range(1, 7), told.Distinct().Order().Take(7));
    }

    [Fact]
    public async Task The_next_outage_is_told_of_from_its_beginning()
    {
        var clock = new FakeTimeProvider(Some.Time);
        var told = new List<int>();
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }.AddEndlessRetry(_ => true, (attempt, reason) => told.Add(attempt)).Build();

        for (var outage = 0; outage < 2; outage++)
        {
            var attempts = 0;
            var waiting = pipeline.ExecuteAsync(_ => ++attempts < 3 ? throw new IOException("away") : default(ValueTask), TestContext.Current.CancellationToken).AsTask();
            while (!waiting.IsCompleted) clock.Advance(TimeSpan.FromSeconds(0.1));
            await waiting;
            clock.Advance(TimeSpan.FromSeconds(15));
        }

        Assert.Equal([1, 2, 1, 2], told);
    }

    private static async Task AdvanceAsync(FakeTimeProvider clock)
    {
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await Task.Yield();
    }
}
