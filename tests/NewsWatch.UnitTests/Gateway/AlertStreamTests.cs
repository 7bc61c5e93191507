using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Live;
using NewsWatch.Storage.Alerts;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Gateway;

public sealed class AlertStreamTests
{
    [Fact]
    public async Task A_quiet_stream_says_every_fifteen_seconds_that_it_lives_and_ends_with_the_process()
    {
        var token = TestContext.Current.CancellationToken;
        var clock = new FakeTimeProvider(Some.Time);
        await using var app = Build(clock, new Alerts());
        await app.StartAsync(token);
        var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var http = clients.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var reader = new StreamReader(await http.GetStreamAsync($"{app.Urls.First()}/api/alerts/stream", token));
        Assert.Equal([": connected", "retry: 2000", ""], await LinesAsync(reader, 3));

        var next = LinesAsync(reader, 2);
        await Eventually.IsTrueAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(5));
                return Task.FromResult(next.IsCompleted);
            },
            "a sign of life");
        Assert.Equal([": still here", ""], await next);

        await app.StopAsync(token);
        string? line;
        do line = await reader.ReadLineAsync(token);
        while (line is not null);
    }

    [Fact]
    public async Task What_the_archive_finds_only_after_a_listener_came_back_is_sent_once()
    {
        var token = TestContext.Current.CancellationToken;
        var clock = new FakeTimeProvider(Some.Time);
        var archive = new Alerts();
        await using var app = Build(clock, archive);
        await app.StartAsync(token);
        var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var http = clients.GetRequiredService<IHttpClientFactory>().CreateClient();
        var (early, late, live) = (Some.Alert("early"), Some.Alert("late"), Some.Alert("live"));
        archive.Items.Add(early);

        using var reader = new StreamReader(await http.GetStreamAsync($"{app.Urls.First()}/api/alerts/stream?after={AlertCursor.Of(Some.Alert("gone"))}", token));
        Assert.Contains(early.Id, await EventAsync(reader), StringComparison.Ordinal);
        app.Services.GetRequiredService<LiveAlerts>().Add(live);
        Assert.Contains(live.Id, await EventAsync(reader), StringComparison.Ordinal);

        archive.Items.AddRange([late, live]);
        var next = EventAsync(reader);
        await Eventually.IsTrueAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(5));
                return Task.FromResult(next.IsCompleted);
            },
            "the second look");
        Assert.Contains(late.Id, await next, StringComparison.Ordinal);

        var last = Some.Alert("last");
        app.Services.GetRequiredService<LiveAlerts>().Add(last);
        Assert.Contains(last.Id, await EventAsync(reader), StringComparison.Ordinal);
        Assert.Equal(2, archive.Reads);
        await app.StopAsync(token);
    }

    [Fact]
    public async Task A_listener_hears_what_this_instance_missed_without_coming_back()
    {
        var token = TestContext.Current.CancellationToken;
        var archive = new Alerts();
        await using var app = Build(new FakeTimeProvider(Some.Time), archive);
        await app.StartAsync(token);
        var live = app.Services.GetRequiredService<LiveAlerts>();
        var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using var http = clients.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var reader = new StreamReader(await http.GetStreamAsync($"{app.Urls.First()}/api/alerts/stream", token));
        Assert.Equal(": connected", await reader.ReadLineAsync(token));

        // Once before anything was heard, and once after.
        archive.Items.Add(Some.Alert("missed"));
        live.Interrupt();
        Assert.Contains(Some.Alert("missed").Id, await EventAsync(reader), StringComparison.Ordinal);
        live.Add(Some.Alert("heard"));
        Assert.Contains(Some.Alert("heard").Id, await EventAsync(reader), StringComparison.Ordinal);
        archive.Items.Clear();
        archive.Items.AddRange([Some.Alert("heard"), Some.Alert("missed too")]);
        live.Interrupt();
        Assert.Contains(Some.Alert("missed too").Id, await EventAsync(reader), StringComparison.Ordinal);

        Assert.All(archive.Starts, start => Assert.Equal(Some.Time - TimeSpan.FromSeconds(5), start));
        await app.StopAsync(token);
    }

    private static async Task<string> EventAsync(StreamReader reader)
    {
        while (true)
        {
            if (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line.StartsWith("data:", StringComparison.Ordinal)) return line;
        }
    }

    private static async Task<string?[]> LinesAsync(StreamReader reader, int count)
    {
        var lines = new string?[count];
        for (var i = 0; i < count; i++) lines[i] = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        return lines;
    }

    private static WebApplication Build(TimeProvider clock, Alerts archive)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);
        builder.Services.AddSingleton(clock).AddSingleton<LiveAlerts>().AddSingleton<AlertStream>().AddSingleton<IAlertSearch>(archive);
        var app = builder.Build();
        app.MapAlertStream();
        return app;
    }

    private sealed class Alerts : IAlertSearch
    {
        public List<AlertRaised> Items { get; } = [];

        public int Reads { get; private set; }

        public List<DateTimeOffset?> Starts { get; } = [];

        public Task<AlertPage> ListAsync(AlertQuery query, CancellationToken cancellationToken = default)
        {
            Reads++;
            Starts.Add(query.From);
            return Task.FromResult(new AlertPage([.. Items], null));
        }

        public Task<AlertRaised?> GetAsync(string id, CancellationToken cancellationToken = default) => Task.FromResult<AlertRaised?>(null);

        public Task<IReadOnlyList<WatchDayCount>> CountPerDayAsync(AlertQuery query, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<WatchDayCount>>([]);
    }
}
