using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsWatch.Contracts;
using NewsWatch.Testing;
using NewsWatch.UnitTests.Ingestion.Intake;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Feeds.Polling;

/// <summary>A feed that gives teasers, through the real intake: what is published, when, and how often anybody is asked.</summary>
public sealed class PageFetchingTests : IAsyncLifetime
{
    private const string Text = "Officials in the capital said on Tuesday that the sanctions on shipping would stay until spring, and that the talks go on behind closed doors in Geneva.";

    private FeedServer _server = null!;
    private RunningIntake _intake = null!;
    private PolledFeed _feed = null!;
    private string _robots = "";
    private string _teaser = "Officials said that the …";
    private RequestDelegate _page = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FeedServer.StartAsync();
        _intake = await RunningIntake.StartAsync();
        _feed = new PolledFeed(_server.Url(), _intake.Intake, _intake.Clock);
        _feed.Feed = _feed.Feed with { FetchPages = PageFetching.Auto };
        _page = http => FeedServer.TextAsync(http, Page(), "text/html; charset=utf-8");
        _server.Answer = http => http.Request.Path.Value switch
        {
            "/feed.xml" => FeedServer.TextAsync(http, $"<rss version=\"2.0\"><channel><title>News</title><item><title>Talks go on</title><link>{_server.Url("story?utm_source=rss")}</link><description>{_teaser}</description></item></channel></rss>"),
            "/robots.txt" => FeedServer.TextAsync(http, _robots, "text/plain"),
            _ => _page(http),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _feed.DisposeAsync();
        await _intake.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_teasers_page_is_fetched_once_and_its_text_published()
    {
        await _feed.PollAsync();
        var article = Assert.Single(Published);
        Assert.Equal(("Talks go on", 1, "Officials said that the …"), (article.Title, article.Revision, article.Summary));
        Assert.Contains("behind closed doors in Geneva", article.Body, StringComparison.Ordinal);

        await _feed.PollAsync();
        await _feed.PollAsync();
        Assert.Single(Published);
        Assert.Equal((1, 1), (Asked("/story"), Asked("/robots.txt")));

        _teaser = "Officials now say that the …";
        await _feed.PollAsync();
        Assert.Equal((2, 2), (Asked("/story"), Published[^1].Revision));
    }

    [Fact]
    public async Task A_whole_article_and_a_feed_that_says_off_need_no_page()
    {
        _teaser = string.Join(' ', Enumerable.Repeat(Text, 6));
        await _feed.PollAsync();
        _feed.Feed = _feed.Feed with { FetchPages = PageFetching.Off };
        _teaser = "Short …";
        await _feed.PollAsync();
        Assert.Equal((0, 2), (Asked("/story"), Published.Count));

        _feed.Feed = _feed.Feed with { FetchPages = PageFetching.On };
        await _feed.PollAsync();
        Assert.Equal(1, Asked("/story"));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /story", false)]
    [InlineData("User-agent: newswatch\nDisallow: /\n\nUser-agent: *\nAllow: /", false)]
    [InlineData("User-agent: other\nDisallow: /", true)]
    public async Task What_robots_txt_forbids_is_not_fetched_and_the_teaser_is_published(string robots, bool fetched)
    {
        _robots = robots;
        await _feed.PollAsync();
        Assert.Equal((fetched ? 1 : 0, 1), (Asked("/story"), Published.Count));

        _teaser = "The headline's text was corrected …";
        await _feed.PollAsync();
        Assert.Equal(2, Published[^1].Revision);
    }

    [Theory]
    [InlineData("/story")]
    [InlineData("/robots.txt")]
    public async Task What_is_not_packed_as_it_says_costs_its_text_and_not_the_teaser(string path)
    {
        _robots = "User-agent: *";
        var answer = _server.Answer;
        _server.Answer = http =>
        {
            if (http.Request.Path == path) http.Response.Headers.ContentEncoding = "br";
            return answer(http);
        };

        await _feed.PollAsync();

        Assert.Equal(("Talks go on", "Officials said that the …"), (Assert.Single(Published).Title, Published[0].Summary));
        Assert.DoesNotContain("Geneva", Published[0].Body, StringComparison.Ordinal);
        Assert.Null(_feed.State.LastError);
    }

    [Fact]
    public async Task A_server_that_fails_to_give_its_robots_txt_is_left_alone_for_a_while()
    {
        var answer = _server.Answer;
        _server.Answer = http => http.Request.Path == "/robots.txt" ? StatusAsync(http, 503) : answer(http);
        await _feed.PollAsync();
        await _feed.PollAsync();
        Assert.Equal((0, 1, 1), (Asked("/story"), Asked("/robots.txt"), Published.Count));

        _server.Answer = answer;
        _feed.Clock.Advance(TimeSpan.FromMinutes(11));
        await _feed.PollAsync();
        Assert.Equal((1, 2, 2), (Asked("/story"), Asked("/robots.txt"), Published[^1].Revision));
    }

    [Fact]
    public async Task A_page_that_takes_long_holds_nobody_up_and_becomes_the_next_revision()
    {
        var release = new TaskCompletionSource();
        _page = async http =>
        {
            await release.Task;
            await FeedServer.TextAsync(http, Page($"<link rel=canonical href=\"{_server.Url("other-name")}\">"), "text/html");
        };

        var polling = _feed.PollAsync();
        await Eventually.IsTrueAsync(() => Task.FromResult(Asked("/story") == 1), "the page to be asked for");
        Assert.Empty(Published);
        _feed.Clock.Advance(_feed.PageOptions.Wait);
        await Eventually.IsTrueAsync(() => Task.FromResult(Published.Count == 1), "the teaser");
        release.SetResult();
        await polling;

        Assert.Equal([1, 2], Published.Select(a => a.Revision));
        Assert.Equal(Published[0].Id, Published[1].Id);
        Assert.Contains("Geneva", Published[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_fails_is_tried_again_and_given_up_in_the_end()
    {
        _page = http => StatusAsync(http, 500);
        for (var i = 0; i < 5; i++) await _feed.PollAsync();
        Assert.Equal((3, 1), (Asked("/story"), Published.Count));
    }

    [Fact]
    public async Task The_name_that_a_page_gives_itself_on_its_own_site_is_the_articles()
    {
        _page = http => FeedServer.TextAsync(http, Page($"<link rel=canonical href=\"{_server.Url("the-story")}\">"), "text/html");
        await _feed.PollAsync();
        Assert.Equal(_server.Url("the-story"), Assert.Single(Published).Url);

        _teaser = "The teaser was edited …";
        await _feed.PollAsync();
        Assert.Equal(Published[0].Id, Published[^1].Id);
    }

    [Theory]
    [InlineData("https://elsewhere.example/story")]
    [InlineData("/")]
    public async Task A_name_of_another_site_or_of_the_whole_site_is_not_believed(string canonical)
    {
        _page = http => FeedServer.TextAsync(http, Page($"<link rel=canonical href=\"{canonical}\">"), "text/html");
        await _feed.PollAsync();
        Assert.Equal(_server.Url("story"), Assert.Single(Published).Url);
    }

    [Fact]
    public async Task A_page_with_less_text_than_the_feed_does_not_replace_it()
    {
        _teaser = Text + " …";
        _page = http => FeedServer.TextAsync(http, "<html><title>Talks go on</title><body><p>Please accept our cookies to read this.</p></body></html>", "text/html");
        await _feed.PollAsync();
        Assert.Contains("Geneva", Assert.Single(Published).Summary + Published[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("cookies", Published[0].Body, StringComparison.Ordinal);
    }

    private IReadOnlyList<Article> Published => _intake.Broker.Articles;

    private int Asked(string path) => _server.Requests.Count(r => r.Path == path);

    private static string Page(string head = "") => string.Create(CultureInfo.InvariantCulture, $"""
        <!doctype html><html lang="en"><head><title>Talks go on</title>{head}</head><body><nav><a href="/">Home</a></nav>
        <article><h1>Talks go on</h1><p>{Text}</p><p>A spokeswoman said that nobody expects an agreement before the end of the month, and that the ministers would meet again.</p></article></body></html>
        """);

    private static Task StatusAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
