using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Live;
using NewsWatch.Storage;
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
        using var reader = await ListenAsync(app);
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
        var (early, late, live) = (Some.Alert("early"), Some.Alert("late"), Some.Alert("live"));
        archive.Items.Enqueue(early);

        using var reader = await ListenAsync(app, $"?after={AlertCursor.Of(Some.Alert("gone"))}");
        Assert.Contains(early.Id, await EventAsync(reader), StringComparison.Ordinal);
        app.Services.GetRequiredService<LiveAlerts>().Add(live);
        Assert.Contains(live.Id, await EventAsync(reader), StringComparison.Ordinal);

        archive.Items.Enqueue(late);
        archive.Items.Enqueue(live);
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
        Assert.InRange(archive.Reads, 2, 4);
        await app.StopAsync(token);
    }

    [Fact]
    public async Task A_listener_hears_what_this_instance_missed_without_coming_back()
    {
        var token = TestContext.Current.CancellationToken;
        var clock = new FakeTimeProvider(Some.Time);
        var archive = new Alerts();
        await using var app = Build(clock, archive);
        await app.StartAsync(token);
        var live = app.Services.GetRequiredService<LiveAlerts>();
        live.Regain();
        using var reader = await ListenAsync(app);
        Assert.Equal(": connected", await reader.ReadLineAsync(token));
        live.Add(At("heard", 1));
        Assert.Contains(At("heard", 1).Id, await EventAsync(reader), StringComparison.Ordinal);

        // The archive is away, too, and knows only later of what was missed.
        live.Lose();
        archive.IsAway = true;
        clock.Advance(TimeSpan.FromSeconds(100));
        live.Add(At("waited", 99));
        live.Regain();
        Assert.Contains(At("waited", 99).Id, await EventAsync(reader), StringComparison.Ordinal);
        await Eventually.IsTrueAsync(() => Task.FromResult(archive.Reads > 0), "the archive to be asked");
        archive.IsAway = false;
        archive.Items.Enqueue(At("missed", 50));
        Assert.Contains(At("missed", 50).Id, await NextAsync(reader, clock), StringComparison.Ordinal);

        // Again in the midst of catching up: what was missed the first time is still looked for.
        live.Lose();
        live.Regain();
        archive.Items.Enqueue(At("missed, found late", 51));
        Assert.Contains(At("missed, found late", 51).Id, await EventAfterAsync(reader, clock, At("missed, found late", 51).Id), StringComparison.Ordinal);
        live.Add(At("after", 300));
        Assert.Contains(At("after", 300).Id, await EventAfterAsync(reader, clock, At("after", 300).Id), StringComparison.Ordinal);

        await app.StopAsync(token);
        Assert.All(archive.Starts, start => Assert.Equal(Some.Time.AddSeconds(1) - TimeSpan.FromSeconds(5), start));
    }

    private static async Task<StreamReader> ListenAsync(WebApplication app, string query = "")
    {
        var clients = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        var http = clients.GetRequiredService<IHttpClientFactory>().CreateClient();
        return new StreamReader(await http.GetStreamAsync($"{app.Urls.First()}/api/alerts/stream{query}", TestContext.Current.CancellationToken));
    }

    private static AlertRaised At(string title, int seconds) => Some.Alert(title, raised: Some.Time.AddSeconds(seconds));

    // The next event while time goes on, but never so far that catching up is over.
    private static async Task<string> NextAsync(StreamReader reader, FakeTimeProvider clock)
    {
        var next = EventAsync(reader);
        var seconds = 0;
        await Eventually.IsTrueAsync(
            () =>
            {
                if (seconds++ < 60) clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(next.IsCompleted);
            },
            "the next event");
        return await next;
    }

    // The event of an alert; others may come again before it.
    private static async Task<string> EventAfterAsync(StreamReader reader, FakeTimeProvider clock, string id)
    {
        while (true)
        {
            if (await NextAsync(reader, clock) is var data && data.Contains(id, StringComparison.Ordinal)) return data;
        }
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
        public ConcurrentQueue<AlertRaised> Items { get; } = [];

        public int Reads { get; private set; }

        public ConcurrentQueue<DateTimeOffset?> Starts { get; } = [];

        public bool IsAway { get; set; }

        public Task<AlertPage> ListAsync(AlertQuery query, CancellationToken cancellationToken = default)
        {
            Reads++;
            Starts.Enqueue(query.From);
            if (IsAway) throw new StoreUnavailableException("It is away.");
            return Task.FromResult(new AlertPage([.. Items], null));
        }

        public Task<AlertRaised?> GetAsync(string id, CancellationToken cancellationToken = default) => Task.FromResult<AlertRaised?>(null);

        public Task<IReadOnlyList<WatchDayCount>> CountPerDayAsync(AlertQuery query, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<WatchDayCount>>([]);
    }
}
