using NewsWatch.Gateway.Console.Feeds;
using NewsWatch.Gateway.Feeds;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Gateway.Console;

public sealed class FeedWordsTests
{
    [Theory]
    [InlineData("ok", "Fine", "3 hours ago")]
    [InlineData("failing", "Failing", "2 checks in a row failed. It timed out.")]
    [InlineData("ended", "Ended", "gone for good")]
    [InlineData("quiet", "Gone quiet", "brings nothing new")]
    [InlineData("paused", "Paused", "until you go on")]
    [InlineData("new", "New", "first check")]
    public void Every_state_says_what_it_means(string status, string state, string detail)
    {
        var health = new FeedHealth { Status = status, Failures = 2, LastError = "It timed out.", LastItem = Some.Time.AddHours(-3), Articles = 12 };

        var words = FeedWords.Of(health, Some.Time);
        Assert.Equal(state, words.State);
        Assert.Contains(detail, words.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(7_300, "2 hours ago")]
    [InlineData(200_000, "2 days ago")]
    public void Times_are_counted_in_the_largest_unit_that_fits(int seconds, string words) => Assert.Equal(words, FeedWords.Ago(Some.Time.AddSeconds(-seconds), Some.Time));
}
