using Microsoft.Extensions.Time.Testing;
using NewsWatch.Gateway.Live;
using NewsWatch.Storage.Alerts;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Gateway;

public sealed class LiveAlertsTests
{
    private readonly FakeTimeProvider _clock = new(Some.Time);
    private readonly LiveAlerts _live;

    public LiveAlertsTests() => _live = new LiveAlerts(_clock);

    [Fact]
    public void A_listener_has_what_came_before_and_hears_what_comes_after_without_a_gap_or_a_repeat()
    {
        _live.Add(Some.Alert("before"));
        using var listener = _live.Listen();
        _live.Add(Some.Alert("before"));
        _live.Add(Some.Alert("after"));

        Assert.Equal(["before"], listener.Ring.Select(a => a.Article.Title));
        Assert.True(listener.Alerts.TryRead(out var heard));
        Assert.Equal("after", heard.Article.Title);
        Assert.False(listener.Alerts.TryRead(out _));
    }

    [Fact]
    public void What_came_after_an_alert_is_known_as_long_as_the_alert_is()
    {
        for (var i = 0; i < 5; i++) _live.Add(Some.Alert($"{i}"));
        using var listener = _live.Listen();

        Assert.Equal(["3", "4"], listener.After(AlertCursor.Of(Some.Alert("2")))!.Select(a => a.Article.Title));
        Assert.Empty(listener.After(AlertCursor.Of(Some.Alert("4")))!);
        Assert.Null(listener.After(AlertCursor.Of(Some.Alert("unknown"))));
    }

    [Fact]
    public void The_ring_forgets_the_oldest()
    {
        for (var i = 0; i <= 10_000; i++) _live.Add(Some.Alert($"{i}"));
        using var listener = _live.Listen();

        Assert.Equal((10_000, "1"), (listener.Ring.Count, listener.Ring[0].Article.Title));
    }

    [Fact]
    public async Task A_listener_that_lags_too_far_behind_is_sent_away_after_what_it_has()
    {
        using var slow = _live.Listen();
        using var quick = _live.Listen();
        for (var i = 0; i < 5_001; i++)
        {
            _live.Add(Some.Alert($"{i}"));
            Assert.True(quick.Alerts.TryRead(out _));
        }

        var count = 0;
        await foreach (var _ in slow.Alerts.ReadAllAsync(TestContext.Current.CancellationToken)) count++;
        Assert.Equal(5_000, count);
        _live.Add(Some.Alert("next"));
        Assert.True(quick.Alerts.TryRead(out _));
    }

    [Fact]
    public async Task An_interruption_ends_every_listener_after_what_it_has_and_forgets_the_ring()
    {
        _live.Regain();
        using var listener = _live.Listen();
        _live.Add(Some.Alert("before", raised: Some.Time.AddSeconds(1)));

        // What waits in the queue may come before the word that it is there again.
        _live.Lose();
        _live.Add(Some.Alert("waited", raised: Some.Time.AddSeconds(60)));
        _live.Lose();
        _clock.Advance(TimeSpan.FromSeconds(61));
        _live.Regain();
        _live.Add(Some.Alert("before", raised: Some.Time.AddSeconds(1)));
        _live.Add(Some.Alert("after", raised: Some.Time.AddSeconds(62)));

        var heard = new List<string>();
        await foreach (var alert in listener.Alerts.ReadAllAsync(TestContext.Current.CancellationToken)) heard.Add(alert.Article.Title);
        Assert.Equal(["before", "waited"], heard);
        Assert.Equal(Some.Time.AddSeconds(1), listener.InterruptedSince?.Raised);
        using var next = _live.Listen();
        Assert.Equal(["before", "after"], next.Ring.Select(a => a.Article.Title));
        Assert.Null(next.InterruptedSince);

        // The broker brought it once more: what came after it here is not all there was.
        Assert.Null(next.After(AlertCursor.Of(Some.Alert("before", raised: Some.Time.AddSeconds(1)))));
        Assert.Empty(next.After(AlertCursor.Of(Some.Alert("after", raised: Some.Time.AddSeconds(62))))!);
    }

    [Fact]
    public void Who_stopped_listening_is_forgotten()
    {
        var listener = _live.Listen();
        listener.Dispose();
        _live.Add(Some.Alert());

        Assert.False(listener.Alerts.TryRead(out _));
        Assert.True(listener.Alerts.Completion.IsCompleted);
    }
}
