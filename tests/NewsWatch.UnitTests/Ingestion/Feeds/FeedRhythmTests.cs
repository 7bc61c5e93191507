using NewsWatch.Ingestion.Feeds;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Feeds;

public sealed class FeedRhythmTests
{
    private static readonly FeedOptions Options = new();

    [Fact]
    public void The_usual_gap_is_the_median_and_a_batch_is_one_piece_of_news()
    {
        double[] hours = [0, 0.01, 0.02, 1, 2, 2.05, 3, 30];
        Assert.Equal(TimeSpan.FromHours(1), FeedRhythm.MedianGap(hours.Select(h => Some.Time.AddHours(h))));
        Assert.Null(FeedRhythm.MedianGap(hours.Take(5).Select(h => Some.Time.AddHours(h))));
        Assert.Null(FeedRhythm.MedianGap(Enumerable.Repeat(Some.Time, 50)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(240)]
    public void The_interval_settles_where_a_third_to_two_thirds_of_the_polls_bring_nothing(int minutesBetweenNews)
    {
        var random = new Random(7);
        var (interval, news, now, polls, empty) = (TimeSpan.Zero, 0.0, 0.0, 0, 0);
        for (var i = 0; i < 3_000; i++)
        {
            var brought = news <= now;
            while (news <= now) news += -Math.Log(1 - random.NextDouble()) * minutesBetweenNews;
            interval = PollInterval.AfterSuccess(interval, brought, null, TimeSpan.Zero, Options);
            now += interval.TotalMinutes;
            if (i < 100) continue;
            polls++;
            if (!brought) empty++;
        }

        Assert.InRange((double)empty / polls, 0.33, 0.67);
    }

    [Fact]
    public void A_night_does_not_make_the_first_news_of_the_morning_late()
    {
        var gap = TimeSpan.FromMinutes(20);
        var (interval, silence) = (TimeSpan.FromMinutes(10), TimeSpan.Zero);
        while (silence < TimeSpan.FromHours(8))
        {
            silence += interval;
            interval = PollInterval.AfterSuccess(interval, brought: false, gap, silence, Options);
        }

        Assert.InRange(interval, gap, TimeSpan.FromHours(1.2));
        Assert.Equal(Options.MaxInterval, PollInterval.AfterSuccess(TimeSpan.FromDays(1), false, gap, TimeSpan.FromDays(60), Options));
    }
}
