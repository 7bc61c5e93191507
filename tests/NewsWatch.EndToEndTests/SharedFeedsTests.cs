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
    private const int AtOnce = 8;

    private readonly ConcurrentDictionary<string, (int Begun, int Answered)> _polls = new();
    private readonly TaskCompletionSource _gate = new();
    private int _held;

    [Fact]
    public async Task Each_feed_is_polled_by_one_and_what_a_killed_one_held_by_the_other()
    {
        Assert.SkipWhen(RabbitMqServer.Problem is not null, RabbitMqServer.Problem ?? "");
        await using var broker = await RabbitMqServer.CreateAsync(TestContext.Current.CancellationToken);
        var data = Directory.CreateTempSubdirectory("newswatch-feeds-").FullName;
        await using var server = await StartServerAsync();
        var environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__rabbitmq"] = broker.ConnectionString,
            ["NewsWatch__Data"] = data,
            ["NewsWatch__Ingestion__AllowedPrivateHosts__0"] = "127.0.0.1",
            ["NewsWatch__Ingestion__Feeds__FirstInterval"] = "06:00:00",
            ["NewsWatch__Ingestion__Feeds__Lease"] = "00:00:20",
            ["NewsWatch__Ingestion__Feeds__Concurrency"] = AtOnce.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["NewsWatch__Ingestion__Feeds__PerHost"] = "100",
        };
        var ports = FreePorts.Take(3);
        await using var one = Service("ingestion", ports[0], environment);
        await using var other = Service("ingestion", ports[1], environment);
        environment["NewsWatch__Gateway__Ingestion"] = other.Address.OriginalString;
        await using var gateway = Service("gateway", ports[2], environment);
        await Task.WhenAll(gateway.StartAsync(), one.StartAsync(), other.StartAsync());
        using var api = new NewsWatchApi(gateway.Address);
        var outlines = Enumerable.Range(0, Feeds).Select(i => $"<outline type=\"rss\" xmlUrl=\"{server.Urls.First()}/{i}.xml\"/>");
        using var list = new StringContent($"<opml version=\"2.0\"><body>{string.Concat(outlines)}</body></opml>");
        using var imported = await api.Http.PostAsync("api/feeds.opml", list, TestContext.Current.CancellationToken);
        imported.EnsureSuccessStatusCode();

        // Both hold as many as they can and wait for the server. It answers once it has noticed that one of them is gone.
        await Eventually.GetAsync(() => Task.FromResult(_held), held => held == 2 * AtOnce, "polls of both processes");
        await one.KillAsync();
        await Eventually.GetAsync(() => Task.FromResult(_held), held => held == AtOnce, "the polls of the killed one to break off");
        _gate.SetResult();

        await Eventually.GetAsync(() => HealthyAsync(api), healthy => healthy == Feeds, "every feed to be polled by the one that is left");
        Assert.Equal(Feeds, _polls.Count);
        Assert.All(_polls.Values, poll => Assert.Equal(1, poll.Answered));
        Assert.Contains(_polls.Values, poll => poll.Begun > 1);

        // Looking for feeds is Ingestion's, too; the Gateway hands it on.
        using var found = await api.Http.PostAsJsonAsync("api/feeds/discover", new { url = $"{server.Urls.First()}/0.xml" }, TestContext.Current.CancellationToken);
        Assert.Contains("Story of /0.xml", await found.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await gateway.KillAsync();
        await other.KillAsync();
        Directory.Delete(data, recursive: true);
    }

    private static NewsWatchProcess Service(string name, int port, Dictionary<string, string> environment)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
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
            Interlocked.Increment(ref _held);
            try
            {
                await _gate.Task.WaitAsync(http.RequestAborted);
            }
            finally
            {
                Interlocked.Decrement(ref _held);
            }

            _polls.AddOrUpdate(path, (1, 1), (_, polls) => (polls.Begun, polls.Answered + 1));
            await http.Response.WriteAsync($"<rss version=\"2.0\"><channel><title>{path}</title><item><title>Story of {path}</title><guid>{path}</guid></item></channel></rss>", http.RequestAborted);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
