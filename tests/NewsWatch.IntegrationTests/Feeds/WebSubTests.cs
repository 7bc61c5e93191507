using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsWatch.Standalone;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Feeds;

/// <summary>A feed with a hub, both on this machine, and everything of NewsWatch in this process.</summary>
public sealed class WebSubTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("newswatch-websub-").FullName;
    private readonly ConcurrentQueue<IFormCollection> _subscriptions = new();
    private readonly HttpClient _http = new();
    private WebApplication _newswatch = null!;
    private WebApplication _outlet = null!;
    private NewsWatchApi _api = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePorts.Take(1)[0]}");
        _newswatch = StandaloneHost.Create(["--urls", address, "--NewsWatch:Data", _data, "--NewsWatch:Ingestion:AllowedPrivateHosts:0", "127.0.0.1",
            "--NewsWatch:Ingestion:PublicUrl", address, "--NewsWatch:Ingestion:Feeds:Tick", "00:00:00.1", "--NewsWatch:Ingestion:Feeds:FirstInterval", "06:00:00"]);
        await _newswatch.StartAsync(Token);
        _api = new NewsWatchApi(new Uri(address));
        _outlet = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]).Build();
        _outlet.MapGet("/feed.xml", (HttpRequest request) => Results.Text(Feed(request.Host.ToString(), "Polled story"), "application/atom+xml"));
        _outlet.MapPost("/hub", async (HttpRequest request) =>
        {
            _subscriptions.Enqueue(await request.ReadFormAsync(Token));
            return Results.Accepted();
        });
        await _outlet.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        _http.Dispose();
        await _newswatch.StopAsync(Token);
        await _newswatch.DisposeAsync();
        await _outlet.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task A_hub_is_asked_answers_and_from_then_on_brings_news_that_it_signs()
    {
        var outlet = new Uri(_outlet.Urls.First()).Authority;
        using var added = await _api.Http.PostAsJsonAsync("api/feeds", new { url = $"http://{outlet}/feed.xml", fetchPages = "off" }, Token);
        var feed = added.Headers.Location!.ToString();
        await HealthAsync(feed, h => h.GetProperty("status").GetString() == "ok", "the first poll");
        using (await _api.Http.PostAsync($"{feed}/refresh", null, Token))
        {
        }

        await Eventually.IsTrueAsync(() => Task.FromResult(!_subscriptions.IsEmpty), "the hub to be asked");
        var asked = _subscriptions.First();
        Assert.Equal(("subscribe", $"http://{outlet}/feed.xml"), (asked["hub.mode"].ToString(), asked["hub.topic"].ToString()));
        var callback = asked["hub.callback"].ToString();

        Assert.Equal(HttpStatusCode.NotFound, (await VerifyAsync(callback, "https://another.example/topic")).Status);
        // Who was not told the key is not the hub.
        var stranger = callback[..^1] + (callback[^1] == '0' ? '1' : '0');
        Assert.Equal(HttpStatusCode.NotFound, (await VerifyAsync(stranger, $"http://{outlet}/feed.xml")).Status);
        Assert.Equal(HttpStatusCode.Gone, await AnnounceAsync(stranger, outlet, "Strange story", asked["hub.secret"].ToString()));
        Assert.Equal((HttpStatusCode.OK, "challenge-1"), await VerifyAsync(callback, $"http://{outlet}/feed.xml"));
        var health = await HealthAsync(feed, h => h.TryGetProperty("hubUntil", out _), "the subscription");
        Assert.InRange(health.GetProperty("hubUntil").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(50), DateTimeOffset.UtcNow.AddMinutes(70));

        Assert.Equal(HttpStatusCode.Accepted, await AnnounceAsync(callback, outlet, "Forged story", "another secret"));
        Assert.Equal(HttpStatusCode.Accepted, await AnnounceAsync(callback, outlet, "Announced story", asked["hub.secret"].ToString()));
        await Eventually.GetAsync(() => _api.CountAsync("announced"), count => count == 1, "the announced story");
        Assert.Equal(0, await _api.CountAsync("forged"));

        using var removed = await _api.Http.DeleteAsync(feed, Token);
        await Eventually.IsTrueAsync(async () => await AnnounceAsync(callback, outlet, "Late story", asked["hub.secret"].ToString()) == HttpStatusCode.Gone, "the hub to be told that the feed is gone");
    }

    private static string Feed(string host, string title) => $"""
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Outlet</title><link rel="self" href="http://{host}/feed.xml"/><link rel="hub" href="http://{host}/hub"/>
        <entry><id>{title}</id><title>{title}</title></entry></feed>
        """;

    private async Task<(HttpStatusCode Status, string Text)> VerifyAsync(string callback, string topic)
    {
        using var answer = await _http.GetAsync($"{callback}?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(topic)}&hub.challenge=challenge-1&hub.lease_seconds=3600", Token);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }

    private async Task<HttpStatusCode> AnnounceAsync(string callback, string host, string title, string secret)
    {
        var body = Encoding.UTF8.GetBytes(Feed(host, title));
        using var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/atom+xml");
        request.Headers.TryAddWithoutValidation("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}");
        using var answer = await _http.SendAsync(request, Token);
        return answer.StatusCode;
    }

    private async Task<JsonElement> HealthAsync(string feed, Func<JsonElement, bool> satisfies, string what) =>
        (await Eventually.GetAsync(() => _api.GetAsync(feed), f => satisfies(f.Json.GetProperty("health")), what)).Json.GetProperty("health");
}
