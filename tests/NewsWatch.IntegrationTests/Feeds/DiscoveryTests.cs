using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsWatch.IntegrationTests.Gateway;
using Xunit;

namespace NewsWatch.IntegrationTests.Feeds;

public sealed class DiscoveryTests(RunningStandalone system) : IClassFixture<RunningStandalone>
{
    private const string Rss = "<rss version=\"2.0\"><channel><title>The News</title><language>en</language><item><title>One</title><link>https://news.example/1</link><description>First.</description><pubDate>Wed, 25 Nov 2026 10:00:00 GMT</pubDate></item><item><title>Two</title></item></channel></rss>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sites_address_finds_its_feeds_and_sitemaps_with_samples()
    {
        await using var site = await StartAsync(new()
        {
            ["/"] = ("text/html", "<html><head><title>Home</title><meta property=og:site_name content=\"The News\"><link rel=alternate type=application/rss+xml title=All href=/all.xml><link rel=alternate type=application/atom+xml title=Gone href=/gone.xml></head></html>"),
            ["/all.xml"] = ("application/rss+xml", Rss),
            ["/robots.txt"] = ("text/plain", "Sitemap: /news.xml"),
            ["/news.xml"] = ("application/xml", "<urlset xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>https://news.example/3</loc><news:news><news:title>Three</news:title></news:news></url></urlset>"),
        });
        var answer = await DiscoverAsync(site.Urls.First());

        Assert.Equal("The News", answer.GetProperty("title").GetString());
        var feed = Assert.Single(answer.GetProperty("feeds").EnumerateArray());
        Assert.Equal(($"{site.Urls.First()}/all.xml", "The News", "rss", 2, "en"),
            (feed.GetProperty("url").GetString(), feed.GetProperty("title").GetString(), feed.GetProperty("format").GetString(), feed.GetProperty("items").GetInt32(), feed.GetProperty("lang").GetString()));
        Assert.Equal(["One", "Two"], feed.GetProperty("samples").EnumerateArray().Select(s => s.GetProperty("title").GetString()));
        Assert.Contains("no such page (404)", Assert.Single(answer.GetProperty("unreadable").EnumerateArray()).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("Three", Assert.Single(answer.GetProperty("sitemaps").EnumerateArray()).GetProperty("samples")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_site_that_names_no_feed_is_asked_where_feeds_usually_are()
    {
        await using var site = await StartAsync(new() { ["/about"] = ("text/html", "<html><title>About</title>"), ["/rss.xml"] = ("text/html", Rss) });

        var answer = await DiscoverAsync($"{site.Urls.First()}/about");

        Assert.Equal($"{site.Urls.First()}/rss.xml", Assert.Single(answer.GetProperty("feeds").EnumerateArray()).GetProperty("url").GetString());
        Assert.Empty(answer.TryGetProperty("unreadable", out var unreadable) ? unreadable.EnumerateArray() : default);
    }

    [Theory]
    [InlineData("{\"url\": \"\"}", HttpStatusCode.BadRequest, "'url' is required")]
    [InlineData("{\"adress\": \"x\"}", HttpStatusCode.BadRequest, "Send the address as JSON")]
    [InlineData("{\"url\": \"ftp://news.example\"}", HttpStatusCode.BadRequest, "no http or https address")]
    [InlineData("{\"url\": \"http://127.0.0.1:1/\"}", HttpStatusCode.UnprocessableEntity, "refuses connections")]
    [InlineData("{\"url\": \"http://169.254.169.254/latest\"}", HttpStatusCode.UnprocessableEntity, "not a public address")]
    public async Task What_cannot_be_looked_at_is_said(string body, HttpStatusCode status, string reason)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await system.Api.Http.PostAsync("api/feeds/discover", content, Token);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(reason, JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Token)).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync(Dictionary<string, (string Type, string Text)> files)
    {
        var server = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]).Build();
        server.Run(async http =>
        {
            if (!files.TryGetValue(http.Request.Path, out var file))
            {
                http.Response.StatusCode = 404;
                return;
            }

            http.Response.ContentType = file.Type;
            await http.Response.WriteAsync(file.Text.Replace("Sitemap: ", $"Sitemap: http://{http.Request.Host}", StringComparison.Ordinal));
        });
        await server.StartAsync(Token);
        return server;
    }

    private async Task<JsonElement> DiscoverAsync(string url)
    {
        using var answer = await system.Api.Http.PostAsJsonAsync("api/feeds/discover", new { url }, Token);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Token)).RootElement;
    }
}
