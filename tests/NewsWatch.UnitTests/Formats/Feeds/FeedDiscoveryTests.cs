using System.Text;
using NewsWatch.Formats.Feeds;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Feeds;

public sealed class FeedDiscoveryTests
{
    [Fact]
    public void Declared_feeds_come_before_links_that_look_like_feeds()
    {
        var feeds = Find("""
            <head><base href="/en/"><link rel="alternate" type="application/rss+xml" title=" All  news " href="rss"><link rel="alternate" type="application/json" href="/wp-json/wp/v2"><link rel=alternate hreflang=de href="/de"></head>
            <a href="/feed/">Feed</a><a href="/feeding-birds">Birds</a><a href="rss">again</a><a href="mailto:a@b.c">x</a>
            """);

        Assert.Equal([new DiscoveredFeed("https://paper.example/en/rss", "All news"), new DiscoveredFeed("https://paper.example/feed/", "Feed")], feeds);
    }

    [Fact]
    public void A_page_without_feeds_has_none() => Assert.Empty(Find("<p>nothing"));

    private static IReadOnlyList<DiscoveredFeed> Find(string html) => FeedDiscovery.Find(Encoding.UTF8.GetBytes(html), null, "https://paper.example/");
}
