using System.Text;
using CsCheck;
using NewsWatch.Formats.Robots;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Robots;

public sealed class RobotsTests
{
    [Theory]
    [InlineData("/a", true, null)]
    [InlineData("/p", false, 3)]
    [InlineData("/p/open", true, 4)]
    [InlineData("/x/y.pdf", false, 5)]
    [InlineData("/x/y.pdf?z", true, null)]
    public void The_longest_rule_decides_and_is_named(string path, bool allowed, int? line)
    {
        var robots = Parse("# hello\nUser-agent: NewsWatch\nDisallow: /p\nAllow: /p/open\nDisallow: /*.pdf$\nCrawl-delay: 2.5\nSitemap: https://e.org/s.xml\n\nUser-agent: *\nDisallow: /\n");

        Assert.Equal(new RobotsDecision(allowed, line), robots.Decide("NewsWatch/1.0 (+https://e.org)", "https://e.org" + path));
        Assert.Equal(TimeSpan.FromSeconds(2.5), robots.CrawlDelay("newswatch"));
        Assert.False(robots.Decide("Other", path).Allowed);
        Assert.Equal(["https://e.org/s.xml"], robots.Sitemaps);
    }

    [Fact]
    public void Missing_and_failing_files_have_meanings()
    {
        Assert.True(RobotsFile.AllowAll.Decide("a", "/").Allowed);
        Assert.False(RobotsFile.DisallowAll.Decide("a", "/").Allowed);
    }

    [Fact]
    public void An_escaped_star_is_a_star()
    {
        var robots = Parse("User-agent: *\nDisallow: /a%2Ab");

        Assert.False(robots.Decide("x", "/a*b").Allowed);
        Assert.True(robots.Decide("x", "/acb").Allowed);
    }

    [Fact]
    public void Stars_take_no_time()
    {
        var robots = Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("a*", 2_000)) + "b");

        Assert.True(robots.Decide("x", "/" + new string('a', 20_000)).Allowed);
    }

    [Fact]
    public void Any_bytes_are_answered() => Check.Sample(Gen.Byte.Array, bytes => RobotsFile.Parse(bytes).Decide("a", "/") is { Allowed: var allowed } && (allowed || !allowed));

    private static RobotsFile Parse(string text) => RobotsFile.Parse(Encoding.UTF8.GetBytes(text));
}
