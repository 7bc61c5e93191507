using NewsWatch.Contracts;
using NewsWatch.Gateway.Console.Feeds;
using NewsWatch.Gateway.Feeds;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Gateway.Console;

public sealed class FeedListModelTests
{
    [Theory]
    [InlineData("failing failing failing paused", true)]
    [InlineData("failing failing", false)]
    [InlineData("failing failing failing ok", false)]
    [InlineData("failing failing failing new", false)]
    [InlineData("", false)]
    public void A_machine_without_a_way_out_is_told_from_bad_feeds(string states, bool cutOff) =>
        Assert.Equal(cutOff, new FeedListModel { Rows = [.. states.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Row)] }.IsCutOff);

    [Fact]
    public void A_feed_that_was_read_before_shows_that_there_is_a_way_out()
    {
        var rows = Enumerable.Repeat(Row("failing"), 3).ToList();
        var once = rows[0] with { Feed = rows[0].Feed with { Health = rows[0].Feed.Health with { LastSuccess = Some.Time } } };

        Assert.False(new FeedListModel { Rows = [once, .. rows] }.IsCutOff);
    }

    private static FeedRow Row(string status)
    {
        var health = new FeedHealth { Status = status };
        var feed = new FeedView
        {
            Id = "a",
            Url = "https://outlet.example/feed.xml",
            Folder = [],
            Tag = [],
            Enabled = status != "paused",
            FetchPages = PageFetching.Auto,
            Version = 1,
            Created = Some.Time,
            Updated = Some.Time,
            Health = health,
        };
        return new FeedRow(feed, FeedWords.Of(health, Some.Time));
    }
}
