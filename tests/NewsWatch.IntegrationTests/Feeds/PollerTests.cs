using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsWatch.IntegrationTests.Gateway;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Feeds;

public sealed class PollerTests(RunningStandalone system) : IClassFixture<RunningStandalone>
{
    private int _requests;

    [Fact]
    public async Task A_feed_is_polled_when_added_and_when_asked_for_and_not_while_paused()
    {
        await using var server = await StartServerAsync();
        var path = await AddAsync($"{server.Urls.First()}/feed.xml");
        await Eventually.GetAsync(() => system.Api.CountAsync("source:polled"), count => count == 1, "the article of the first poll");
        var health = await HealthAsync(path, "ok");
        Assert.Equal((1, 0), (health.GetProperty("items").GetInt32(), health.GetProperty("failures").GetInt32()));

        using var refreshed = await system.Api.Http.PostAsync($"{path}/refresh", null, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, refreshed.StatusCode);
        await Eventually.GetAsync(() => system.Api.CountAsync("source:polled"), count => count == 2, "the article of the second poll");

        await EditAsync(path, "enabled", false);
        await HealthAsync(path, "paused");
        var before = Volatile.Read(ref _requests);
        await EditAsync(path, "enabled", true);
        await Eventually.IsTrueAsync(() => Task.FromResult(Volatile.Read(ref _requests) > before), "a poll after the pause");
    }

    [Fact]
    public async Task A_feed_that_cannot_be_reached_says_why()
    {
        var path = await AddAsync($"http://127.0.0.1:{FreePorts.Take(1)[0]}/feed.xml");

        var health = await HealthAsync(path, "failing");

        Assert.Equal("The server refuses connections.", health.GetProperty("lastError").GetString());
    }

    [Fact]
    public async Task A_private_address_that_nobody_allowed_is_not_connected_to()
    {
        var path = await AddAsync("http://[::1]:1/feed.xml");

        Assert.NotEqual("The server refuses connections.", (await HealthAsync(path, "failing")).GetProperty("lastError").GetString());
    }

    private async Task<WebApplication> StartServerAsync()
    {
        var server = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]).Build();
        server.Run(http => http.Response.WriteAsync($"""
            <rss version="2.0"><channel><title>Polled</title><item><title>Story {Interlocked.Increment(ref _requests)}</title><guid>{_requests}</guid></item></channel></rss>
            """));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    private async Task<string> AddAsync(string url)
    {
        using var added = await system.Api.Http.PostAsJsonAsync("api/feeds", new { url }, TestContext.Current.CancellationToken);
        added.EnsureSuccessStatusCode();
        return added.Headers.Location!.ToString();
    }

    private async Task EditAsync(string path, string member, object value)
    {
        var feed = (await system.Api.GetAsync(path)).Json.EnumerateObject().ToDictionary(m => m.Name, m => (object)m.Value);
        feed[member] = value;
        using var edited = await system.Api.Http.PutAsJsonAsync(path, feed, TestContext.Current.CancellationToken);
        edited.EnsureSuccessStatusCode();
    }

    private async Task<JsonElement> HealthAsync(string path, string status)
    {
        var feed = await Eventually.GetAsync(() => system.Api.GetAsync(path), f => f.Json.GetProperty("health").GetProperty("status").GetString() == status, $"{path} to be {status}");
        return feed.Json.GetProperty("health");
    }
}
