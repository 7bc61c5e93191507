using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.EndToEndTests;

/// <summary>Two Ingestion processes on one list of feeds.</summary>
public sealed class SharedFeedsTests
{
    private const int Feeds = 40;

    private readonly ConcurrentDictionary<string, (int Begun, int Answered)> _polls = new();
    private readonly TaskCompletionSource _gate = new();

    [Fact]
    public async Task Each_feed_is_polled_by_one_and_what_a_killed_one_held_by_the_other()
    {
        Assert.SkipWhen(RabbitMqServer.Problem is not null, RabbitMqServer.Problem ?? "");
        await using var broker = await RabbitMqServer.CreateAsync();
        var data = Directory.CreateTempSubdirectory("newswatch-feeds-").FullName;
        await using var server = await StartServerAsync();
        var environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__rabbitmq"] = broker.ConnectionString,
            ["NewsWatch__Data"] = data,
            ["NewsWatch__Ingestion__AllowedPrivateHosts__0"] = "127.0.0.1",
            ["NewsWatch__Ingestion__Feeds__FirstInterval"] = "06:00:00",
            ["NewsWatch__Ingestion__Feeds__Lease"] = "00:00:20",
            ["NewsWatch__Ingestion__Feeds__Concurrency"] = "8",
            ["NewsWatch__Ingestion__Feeds__PerHost"] = "100",
        };
        await using var gateway = Service("gateway", environment);
        await using var one = Service("ingestion", environment);
        await using var other = Service("ingestion", environment);
        await Task.WhenAll(gateway.StartAsync(), one.StartAsync(), other.StartAsync());
        using var api = new NewsWatchApi(gateway.Address);
        for (var i = 0; i < Feeds; i++)
        {
            using var added = await api.Http.PostAsJsonAsync("api/feeds", new { url = $"{server.Urls.First()}/{i}.xml" }, TestContext.Current.CancellationToken);
            added.EnsureSuccessStatusCode();
        }

        // Both hold as many as they can and wait for the server: more than one alone could.
        await Eventually.IsTrueAsync(() => Task.FromResult(_polls.Count > 8), "polls of both processes");
        await one.KillAsync();
        _gate.SetResult();

        await Eventually.GetAsync(() => HealthyAsync(api), healthy => healthy == Feeds, "every feed to be polled by the one that is left");
        Assert.Equal(Feeds, _polls.Count);
        Assert.All(_polls.Values, poll => Assert.InRange(poll.Begun, 1, 2));
        Assert.All(_polls.Values, poll => Assert.Equal(1, poll.Answered));
        Assert.Contains(_polls.Values, poll => poll.Begun == 2);
        await gateway.KillAsync();
        await other.KillAsync();
        Directory.Delete(data, recursive: true);
    }

    private static NewsWatchProcess Service(string name, Dictionary<string, string> environment)
    {
        var address = new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}");
        return new NewsWatchProcess(address, ["service", name, "--urls", address.OriginalString], environment);
    }

    private static async Task<int> HealthyAsync(NewsWatchApi api)
    {
        var feeds = await api.GetAsync("api/feeds");
        return feeds.Json.EnumerateArray().Count(f => f.GetProperty("health").GetProperty("status").GetString() == "ok");
    }

    private async Task<WebApplication> StartServerAsync()
    {
        var server = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]).Build();
        server.Run(async http =>
        {
            var path = http.Request.Path.Value!;
            _polls.AddOrUpdate(path, (1, 0), (_, polls) => (polls.Begun + 1, polls.Answered));
            await _gate.Task.WaitAsync(http.RequestAborted);
            // Who was killed hears no answer.
            if (http.RequestAborted.IsCancellationRequested) return;
            _polls.AddOrUpdate(path, (1, 1), (_, polls) => (polls.Begun, polls.Answered + 1));
            await http.Response.WriteAsync($"<rss version=\"2.0\"><channel><title>{path}</title><item><title>Story of {path}</title><guid>{path}</guid></item></channel></rss>", http.RequestAborted);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
