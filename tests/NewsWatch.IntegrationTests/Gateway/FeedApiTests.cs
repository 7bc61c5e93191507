using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace NewsWatch.IntegrationTests.Gateway;

public sealed class FeedApiTests(RunningStandalone system) : IClassFixture<RunningStandalone>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_lives_from_its_addition_to_its_removal()
    {
        using var created = await system.Api.Http.PostAsJsonAsync("api/feeds", new { url = "https://news.example/feed.xml", title = "News", fetchPages = "on", folder = new[] { "World" }, enabled = false }, Token);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var path = created.Headers.Location!.ToString();
        var feed = await BodyAsync(created);
        Assert.Equal(("https://news.example/feed.xml", "paused", 1), (feed.GetProperty("url").GetString(), feed.GetProperty("health").GetProperty("status").GetString(), feed.GetProperty("version").GetInt32()));

        Assert.Equal("on", feed.GetProperty("fetchPages").GetString());

        using var twice = await system.Api.Http.PostAsJsonAsync("api/feeds", new { url = "https://news.example/feed.xml" }, Token);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        using var refreshed = await system.Api.Http.PostAsync($"{path}/refresh", null, Token);
        Assert.Equal(HttpStatusCode.BadRequest, refreshed.StatusCode);

        // What the server gave may be sent back, health and all.
        using var edited = await system.Api.Http.PutAsJsonAsync(path, feed, Token);
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (edited.StatusCode, edited.Headers.ETag?.ToString()));
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(feed) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var late = await system.Api.Http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);

        var listed = Assert.Single((await system.Api.GetAsync("api/feeds")).Json.EnumerateArray(), f => path.EndsWith(f.GetProperty("id").GetString()!, StringComparison.Ordinal));
        Assert.Equal("News", listed.GetProperty("title").GetString());
        using var removed = await system.Api.Http.DeleteAsync(path, Token);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.Api.GetAsync(path)).Status);
    }

    [Fact]
    public async Task An_address_is_there_once_also_when_feeds_move()
    {
        const string Old = "https://moving.example/old.xml", New = "https://moving.example/new.xml", Other = "https://moving.example/other.xml";
        var moving = await AddAsync(Old);
        var other = await AddAsync(Other);
        Assert.Equal(HttpStatusCode.Conflict, await MoveAsync(moving, Other));
        Assert.Equal(HttpStatusCode.OK, await MoveAsync(moving, New));

        using var again = await system.Api.Http.PostAsJsonAsync("api/feeds", new { url = New }, Token);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains($"is there already as '{moving}'", (await BodyAsync(again)).GetProperty("detail").GetString(), StringComparison.Ordinal);

        // The address that it moved away from can be added again, by itself and in a list, and once.
        var old = await AddAsync(Old);
        Assert.Distinct([moving, other, old]);
        using var list = new StringContent($"<opml version='2.0'><body><outline xmlUrl='{Old}'/><outline xmlUrl='{New}'/><outline xmlUrl='{Other}'/></body></opml>", System.Text.Encoding.UTF8, "text/x-opml");
        using var imported = await system.Api.Http.PostAsync("api/feeds.opml", list, Token);
        var answer = await BodyAsync(imported);
        Assert.Equal((0, 3), (answer.GetProperty("imported").GetInt32(), answer.GetProperty("present").GetInt32()));
    }

    [Theory]
    [InlineData("{}", "'url' is required")]
    [InlineData("""{"url": "https://news.example/null", "tag": [null]}""", "'tag' must be an array of strings only")]
    [InlineData("""{"url": "https://news.example/null", "folder": ["a", null]}""", "'folder' must be an array of strings only")]
    [InlineData("""{"url": "news.example/feed"}""", "'url' must be an absolute http or https address")]
    [InlineData("""{"url": "file:///etc/passwd"}""", "'url' must be an absolute http or https address")]
    [InlineData("""{"url": "https://news.example/x", "titel": "x"}""", "titel")]
    [InlineData("""{"url": "https://news.example/x", "tag": "x"}""", "tag")]
    [InlineData("""{"url": "https://news.example/x", "fetchPages": "sometimes"}""", "'fetchPages' is \"auto\", \"on\" or \"off\", not \"sometimes\"")]
    public async Task What_is_wrong_is_named(string body, string expected)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await system.Api.Http.PostAsync("api/feeds", content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(expected, (await BodyAsync(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_address_is_the_same_however_it_is_written()
    {
        Assert.Equal((1, 0), await ImportAsync("https://written.example", "One"));
        using var added = await system.Api.Http.PostAsJsonAsync("api/feeds", new { url = "https://WRITTEN.example/" }, Token);
        Assert.Equal(HttpStatusCode.Conflict, added.StatusCode);
        Assert.Equal((0, 1), await ImportAsync("https://written.example/", "One"));
    }

    private async Task<(int Added, int Present)> ImportAsync(string url, string title)
    {
        var line = JsonSerializer.Serialize(new { feed = new { id = "any", url, title, enabled = false, version = 1, created = "2026-11-25T10:42:00Z", updated = "2026-11-25T10:42:00Z" } });
        using var content = new StringContent(line, System.Text.Encoding.UTF8, "application/jsonl");
        using var imported = await system.Api.Http.PostAsync("api/import", content, Token);
        var feeds = (await BodyAsync(imported)).GetProperty("feeds");
        return (feeds.GetProperty("added").GetInt32(), feeds.GetProperty("present").GetInt32());
    }

    private async Task<string> AddAsync(string url)
    {
        using var added = await system.Api.Http.PostAsJsonAsync("api/feeds", new { url, enabled = false }, Token);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        return (await BodyAsync(added)).GetProperty("id").GetString()!;
    }

    private async Task<HttpStatusCode> MoveAsync(string id, string url)
    {
        using var moved = await system.Api.Http.PutAsJsonAsync($"api/feeds/{id}", new { url, enabled = false }, Token);
        return moved.StatusCode;
    }

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token)).RootElement;
}
