using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsWatch.Storage.Feeds;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Feeds.Polling;

public sealed class FeedPollTests : IAsyncLifetime
{
    private FeedServer _server = null!;
    private PolledFeed _feed = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FeedServer.StartAsync();
        _feed = new PolledFeed(_server.Url());
    }

    public async ValueTask DisposeAsync()
    {
        await _feed.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_feed_is_read_and_asked_next_time_whether_it_changed()
    {
        _server.Answer = http =>
        {
            http.Response.Headers.ETag = "not-well-formed";
            http.Response.Headers.LastModified = "Tue, 24 Nov 2026 10:00:00 GMT";
            return http.Request.Headers.IfNoneMatch.Count > 0 ? StatusAsync(http, 304) : FeedServer.TextAsync(http, FeedServer.Rss);
        };

        var first = await _feed.PollAsync();
        Assert.Equal(["First", "Second"], _feed.Taken.Select(d => d.Title));
        Assert.Equal(("The News", 2, 2L, null, 0), (first.Title, first.Items, first.Articles, first.LastError, first.Failures));
        Assert.Equal((Some.Time, Some.Time, Some.Time), (first.LastChecked!.Value, first.LastSuccess!.Value, first.LastItem!.Value));
        Assert.Equal(_feed.Options.FirstInterval * 0.7, first.Interval);
        Assert.InRange(first.NextCheck, Some.Time + first.Interval, Some.Time + (first.Interval * 1.1));

        var second = await _feed.PollAsync();
        Assert.Equal(("not-well-formed", "Tue, 24 Nov 2026 10:00:00 GMT"), (_server.Requests[1].Headers.IfNoneMatch.ToString(), _server.Requests[1].Headers.IfModifiedSince.ToString()));
        Assert.Equal((2, 2L, first.Interval * 1.3), (_feed.Taken.Count, second.Articles, second.Interval));
        Assert.StartsWith("NewsWatch/", _server.Requests[1].Headers.UserAgent.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "no such page (404)", false)]
    [InlineData(410, "has ended for good (410)", true)]
    [InlineData(403, "refuses to give it to us (403)", false)]
    [InlineData(500, "a fault of its own (500)", false)]
    [InlineData(503, "a fault of its own (503)", false)]
    public async Task A_refusal_is_said_in_words_and_not_repeated_at_once(int status, string reason, bool gone)
    {
        _server.Answer = http => StatusAsync(http, status);

        var state = await _feed.PollAsync();

        Assert.Contains(reason, state.LastError, StringComparison.Ordinal);
        Assert.Equal((1, gone, 1), (state.Failures, state.Gone, _server.Requests.Count));
        Assert.Equal(gone, state.NextCheck == FeedTimes.Ended);
        Assert.Null(state.LastSuccess);
    }

    [Theory]
    [InlineData("7200", 120)]
    [InlineData("Wed, 25 Nov 2026 13:42:03 GMT", 180)]
    [InlineData("100000000", 24 * 60)]
    [InlineData("Wed, 25 Nov 2020 13:42:03 GMT", 1)]
    public async Task A_server_that_asks_for_patience_gets_it(string retryAfter, int minutes)
    {
        _server.Answer = http =>
        {
            http.Response.Headers.RetryAfter = retryAfter;
            return StatusAsync(http, 429);
        };

        var state = await _feed.PollAsync();

        Assert.Contains("come less often", state.LastError, StringComparison.Ordinal);
        Assert.InRange(state.NextCheck, Some.Time.AddMinutes(minutes).AddSeconds(-1), Some.Time.AddMinutes(minutes * 1.1));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Every_failure_in_a_row_doubles_the_wait_up_to_a_day_and_a_success_ends_it()
    {
        _server.Answer = http => FeedServer.TextAsync(http, "This is no feed.", "text/plain");
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 14; i++)
        {
            var state = await _feed.PollAsync();
            Assert.Equal(i + 1, state.Failures);
            waits.Add(state.NextCheck - Some.Time);
        }

        for (var i = 0; i < 10; i++) Assert.InRange(waits[i].TotalMinutes, Math.Pow(2, i), Math.Pow(2, i) * 1.1);
        Assert.InRange(waits[^1].TotalDays, 1, 1.1);

        _server.Answer = http => FeedServer.TextAsync(http, FeedServer.Rss);
        var success = await _feed.PollAsync();
        Assert.Equal((0, null, 2), (success.Failures, success.LastError, success.Items));
    }

    [Fact]
    public async Task A_server_that_never_ends_its_answer_is_left()
    {
        _server.Answer = async http =>
        {
            await FeedServer.TextAsync(http, "<rss><channel>");
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };

        var polling = _feed.PollAsync();
        await Eventually.IsTrueAsync(
            () =>
            {
                if (_server.Requests.Count > 0) _feed.Clock.Advance(TimeSpan.FromSeconds(10));
                return Task.FromResult(polling.IsCompleted);
            },
            "the poll to give up");

        Assert.Contains("takes longer than 30 s to answer", (await polling).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compressed_and_oddly_encoded_feeds_are_read()
    {
        var russian = FeedServer.Rss.Replace("First", "Первая", StringComparison.Ordinal).Replace("<?xml version=\"1.0\"?>", "", StringComparison.Ordinal);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _server.Answer = async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            http.Response.ContentType = "application/rss+xml; charset=windows-1251";
            await using var gzip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(Encoding.GetEncoding(1251).GetBytes(russian));
        };

        var state = await _feed.PollAsync();

        Assert.Null(state.LastError);
        Assert.Equal("Первая", _feed.Taken[0].Title);
    }

    [Fact]
    public async Task Broken_compression_and_answers_without_end_are_failures_like_any_other()
    {
        _server.Answer = http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return FeedServer.TextAsync(http, FeedServer.Rss);
        };
        Assert.NotNull((await _feed.PollAsync()).LastError);

        _feed.Guard.MaxResponseBytes = 2_000;
        _server.Answer = http => FeedServer.TextAsync(http, FeedServer.Rss + new string(' ', 5_000));
        Assert.Contains("2,000", (await _feed.PollAsync()).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_away()
    {
        _feed.Feed = _feed.Feed with { Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePorts.Take(1)[0]}/") };

        Assert.Equal("The server refuses connections.", (await _feed.PollAsync()).LastError);
    }

    [Fact]
    public async Task A_feed_that_moved_for_good_is_read_there_until_its_address_is_edited()
    {
        _server.Answer = http =>
        {
            http.Response.Headers.ETag = "\"one\"";
            if (http.Request.Path != "/feed.xml") return FeedServer.TextAsync(http, FeedServer.Rss);
            http.Response.Headers.Location = "/moved.xml";
            return StatusAsync(http, 301);
        };
        Assert.Equal(_server.Url("moved.xml"), (await _feed.PollAsync()).MovedTo);
        await _feed.PollAsync();
        Assert.Equal(["/feed.xml", "/moved.xml", "/moved.xml"], _server.Requests.Select(r => r.Path));

        _feed.Feed = _feed.Feed with { Url = _server.Url("edited.xml") };
        await _feed.PollAsync();
        Assert.Equal("/edited.xml", _server.Requests[^1].Path);
        Assert.Equal("", _server.Requests[^1].Headers.IfNoneMatch.ToString());
    }

    [Fact]
    public async Task Where_a_feed_moved_to_may_end_without_the_feed_ending()
    {
        _server.Answer = http =>
        {
            if (http.Request.Path != "/feed.xml") return FeedServer.TextAsync(http, FeedServer.Rss);
            http.Response.Headers.Location = "/moved.xml";
            return StatusAsync(http, 308);
        };
        await _feed.PollAsync();
        _server.Answer = http => http.Request.Path == "/feed.xml" ? FeedServer.TextAsync(http, FeedServer.Rss) : StatusAsync(http, 410);

        var failed = await _feed.PollAsync();
        Assert.Equal((null, false), (failed.MovedTo, failed.Gone));
        Assert.Null((await _feed.PollAsync()).LastError);
    }

    [Fact]
    public async Task What_is_old_at_the_first_poll_raises_no_alert_and_later_everything_does()
    {
        _server.Answer = http => FeedServer.TextAsync(http, Dated(("Today", Some.Time.AddHours(-1)), ("Last week", Some.Time.AddDays(-7))));
        await _feed.PollAsync();
        Assert.Equal(["Today"], _feed.Taken.Select(d => d.Title));
        Assert.Equal(["Last week"], _feed.Old.Select(d => d.Title));

        _server.Answer = http => FeedServer.TextAsync(http, Dated(("Found late", Some.Time.AddDays(-9))));
        await _feed.PollAsync();
        Assert.Equal("Found late", _feed.Taken[^1].Title);
    }

    [Fact]
    public async Task A_feed_that_falls_silent_for_three_times_its_usual_gap_is_quiet_until_it_speaks_again()
    {
        var start = Some.Time.AddHours(-12);
        var stories = Enumerable.Range(0, 7).Select(i => ($"Story {i}", start.AddHours(2 * i))).ToArray();
        _server.Answer = http => FeedServer.TextAsync(http, Dated(stories));

        var first = await _feed.PollAsync();
        Assert.Equal((TimeSpan.FromHours(2), null), (first.UsualGap!.Value, first.QuietSince));
        Assert.InRange(first.Newest!.Value, Some.Time.AddSeconds(-1), Some.Time);
        _feed.Clock.Advance(TimeSpan.FromHours(5.9));
        Assert.Null((await _feed.PollAsync()).QuietSince);
        _feed.Clock.Advance(TimeSpan.FromHours(0.2));
        var noticed = _feed.Clock.GetUtcNow();
        Assert.Equal(noticed, (await _feed.PollAsync()).QuietSince);
        _feed.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(noticed, (await _feed.PollAsync()).QuietSince);

        _server.Answer = http => FeedServer.TextAsync(http, Dated([.. stories, ("It speaks", _feed.Clock.GetUtcNow())]));
        Assert.Null((await _feed.PollAsync()).QuietSince);
    }

    [Fact]
    public async Task A_news_sitemap_and_an_index_of_them_are_polled_like_feeds()
    {
        _server.Answer = http => http.Request.Path.Value switch
        {
            "/feed.xml" => FeedServer.TextAsync(http, $"""
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>{_server.Url("new.xml.gz")}</loc><lastmod>{Some.Time:O}</lastmod></sitemap>
                <sitemap><loc>{_server.Url("missing.xml")}</loc></sitemap>
                <sitemap><loc>{_server.Url("old.xml")}</loc><lastmod>{Some.Time.AddDays(-30):O}</lastmod></sitemap>
                </sitemapindex>
                """, "application/xml"),
            "/new.xml.gz" => FeedServer.BytesAsync(http, Packed($"""
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>https://news.example/new</loc><news:news><news:publication><news:name>The News</news:name><news:language>en</news:language></news:publication>
                <news:publication_date>{Some.Time.AddHours(-1):O}</news:publication_date><news:title>A new one</news:title></news:news></url>
                <url><loc>https://news.example/old</loc><news:news><news:publication_date>{Some.Time.AddDays(-3):O}</news:publication_date><news:title>An old one</news:title></news:news></url>
                </urlset>
                """), "application/gzip"),
            _ => StatusAsync(http, 404),
        };

        var state = await _feed.PollAsync();

        var taken = Assert.Single(_feed.Taken);
        Assert.Equal(("A new one", "https://news.example/new", "The News", "en", null), (taken.Title, taken.Url, taken.Source, taken.Lang, state.LastError));
        Assert.DoesNotContain(_server.Requests, r => r.Path == "/old.xml");
    }

    private static string Dated(params (string Title, DateTimeOffset Published)[] stories) =>
        $"<rss version=\"2.0\"><channel><title>T</title>{string.Concat(stories.Select(s => $"<item><title>{s.Title}</title><guid>{s.Title}</guid><pubDate>{s.Published:r}</pubDate></item>"))}</channel></rss>";

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static Task StatusAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
