using NewsWatch.Storage;
using NewsWatch.Storage.Feeds;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every store must do with feed state.</summary>
public abstract class FeedStateStoreContract(IStoreUnderTest place) : StoreContract(place)
{
    protected override StoreCollections Collections => StoreCollections.FeedState;

    private static readonly DateTimeOffset Now = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Scheduled_feeds_are_due_at_once_and_forgotten_when_absent()
    {
        await States.ScheduleAsync(["a", "b"], [], Now, Cancel);
        await States.ScheduleAsync(["b", "c"], [], Now.AddMinutes(1), Cancel);

        var states = await States.GetAsync(["a", "b", "c"], Cancel);

        Assert.Equal(["b", "c"], states.Keys.Order());
        Assert.Equal((Now, Now.AddMinutes(1)), (states["b"].NextCheck, states["c"].NextCheck));
    }

    [Fact]
    public async Task A_claimed_feed_is_nobody_elses_until_the_lease_ends()
    {
        await States.ScheduleAsync(["a"], [], Now, Cancel);

        Assert.Single(await States.ClaimDueAsync("one", Now, Lease, 10, Cancel));
        Assert.Empty(await States.ClaimDueAsync("two", Now, Lease, 10, Cancel));
        Assert.Empty(await States.ClaimDueAsync("one", Now, Lease, 10, Cancel));
        await SettleAsync();
        Assert.Single(await States.ClaimDueAsync("two", Now + Lease, Lease, 10, Cancel));
        var late = new FeedState { FeedId = "a", NextCheck = Now.AddDays(1) };
        Assert.Null(await States.ReleaseAsync("one", late, late, Cancel));
    }

    [Fact]
    public async Task A_released_feed_keeps_what_was_learnt_and_waits_for_its_next_check()
    {
        await States.ScheduleAsync(["a"], [], Now, Cancel);
        var claimed = Assert.Single(await States.ClaimDueAsync("one", Now, Lease, 10, Cancel));
        var learnt = claimed with
        {
            NextCheck = Now.AddMinutes(10),
            LastChecked = Now,
            LastSuccess = Now,
            LastItem = Now,
            ETag = "\"x\"",
            LastModified = "Wed, 25 Nov 2026 10:00:00 GMT",
            Title = "A feed",
            Items = 12,
            Articles = 3,
            Interval = TimeSpan.FromMinutes(10),
            Failures = 2,
            LastError = "timed out",
            MovedTo = "https://example.org/new",
            Gone = true,
        };

        Assert.Equal(learnt, await States.ReleaseAsync("one", claimed, learnt, Cancel));
        await SettleAsync();

        Assert.Equal(learnt, (await States.GetAsync(["a"], Cancel))["a"]);
        Assert.Empty(await States.ClaimDueAsync("one", Now.AddMinutes(9), Lease, 10, Cancel));
        Assert.Equal(learnt, Assert.Single(await States.ClaimDueAsync("one", Now.AddMinutes(10), Lease, 10, Cancel)));
    }

    [Fact]
    public async Task A_feed_made_due_is_due()
    {
        await States.ScheduleAsync(["a"], [], Now.AddHours(1), Cancel);
        await SettleAsync();
        Assert.Empty(await States.ClaimDueAsync("one", Now, Lease, 10, Cancel));
        await States.MakeDueAsync("a", Now, Cancel);
        await States.MakeDueAsync("unknown", Now, Cancel);
        await SettleAsync();
        Assert.Single(await States.ClaimDueAsync("one", Now, Lease, 10, Cancel));
    }

    [Fact]
    public async Task A_paused_feed_is_never_due_keeps_what_was_learnt_and_is_due_when_its_pause_ends()
    {
        await States.ScheduleAsync(["a"], [], Now, Cancel);
        var claimed = Assert.Single(await States.ClaimDueAsync("one", Now, Lease, 10, Cancel));
        await States.ReleaseAsync("one", claimed, claimed with { NextCheck = Now.AddMinutes(10), LastError = "timed out", Articles = 7 }, Cancel);
        await SettleAsync();

        await States.ScheduleAsync([], ["a", "never polled"], Now, Cancel);
        await SettleAsync();
        Assert.Empty(await States.ClaimDueAsync("one", Now.AddYears(1), Lease, 10, Cancel));
        var paused = (await States.GetAsync(["a", "never polled"], Cancel)).Values.Single();
        Assert.Equal(("timed out", 7L, FeedTimes.Paused), (paused.LastError, paused.Articles, paused.NextCheck));

        await States.ScheduleAsync(["a"], [], Now.AddHours(1), Cancel);
        await SettleAsync();
        Assert.Equal(7L, Assert.Single(await States.ClaimDueAsync("one", Now.AddHours(1), Lease, 10, Cancel)).Articles);
    }

    [Fact]
    public async Task An_ended_feed_is_due_only_when_somebody_asks()
    {
        await States.ScheduleAsync(["a"], [], Now, Cancel);
        var claimed = Assert.Single(await States.ClaimDueAsync("one", Now, Lease, 10, Cancel));
        await States.ReleaseAsync("one", claimed, claimed with { NextCheck = FeedTimes.Ended, Gone = true }, Cancel);
        await States.ScheduleAsync([], ["a"], Now, Cancel);
        await States.ScheduleAsync(["a"], [], Now, Cancel);
        await SettleAsync();
        Assert.Empty(await States.ClaimDueAsync("one", Now.AddYears(1), Lease, 10, Cancel));

        await States.MakeDueAsync("a", Now, Cancel);
        await SettleAsync();
        Assert.Single(await States.ClaimDueAsync("one", Now, Lease, 10, Cancel));
    }

    [Fact]
    public async Task A_subscription_can_be_amended_while_its_feed_is_leased()
    {
        await States.ScheduleAsync(["a", "b"], [], Now, Cancel);
        await SubscribeAsync("a");
        Assert.Equal(["a", "b"], (await States.ClaimDueAsync("one", Now, Lease, 10, Cancel)).Select(s => s.FeedId).Order());

        Assert.True(await States.AmendHubAsync("a", hub => hub with { Error = "The hub refuses." }, Cancel));
        Assert.False(await States.AmendHubAsync("a", _ => null, Cancel));
        Assert.False(await States.AmendHubAsync("b", hub => hub, Cancel));
        Assert.False(await States.AmendHubAsync("unknown", hub => hub, Cancel));

        Assert.Equal("The hub refuses.", (await States.GetAsync(["a"], Cancel))["a"].Hub?.Error);
        await SettleAsync();
        Assert.Empty(await States.ClaimDueAsync("two", Now, Lease, 10, Cancel));
    }

    [Fact]
    public async Task What_others_change_during_a_poll_stays()
    {
        await States.ScheduleAsync(["asked for", "paused", "verified"], [], Now, Cancel);
        await SubscribeAsync("verified");
        var claimed = (await States.ClaimDueAsync("one", Now, Lease, 10, Cancel)).ToDictionary(s => s.FeedId);
        Assert.Equal(3, claimed.Count);
        await States.MakeDueAsync("asked for", Now.AddSeconds(1), Cancel);
        await States.ScheduleAsync(["asked for", "verified"], ["paused"], Now.AddSeconds(1), Cancel);
        await States.AmendHubAsync("verified", hub => hub with { Until = Now.AddDays(7) }, Cancel);

        foreach (var (id, state) in claimed) await States.ReleaseAsync("one", state, state with { NextCheck = Now.AddHours(1), Title = "Polled" }, Cancel);

        var after = await States.GetAsync(claimed.Keys, Cancel);
        Assert.All(after.Values, state => Assert.Equal("Polled", state.Title));
        Assert.Equal((Now.AddSeconds(1), FeedTimes.Paused), (after["asked for"].NextCheck, after["paused"].NextCheck));
        Assert.Equal((Now.AddHours(1), Now.AddDays(7)), (after["verified"].NextCheck, after["verified"].Hub?.Until));
        await SettleAsync();
        Assert.Equal("asked for", Assert.Single(await States.ClaimDueAsync("two", Now.AddSeconds(1), Lease, 10, Cancel)).FeedId);
    }

    [Fact]
    public async Task The_longest_due_come_first()
    {
        await States.ScheduleAsync(["b"], [], Now.AddMinutes(-1), Cancel);
        await States.ScheduleAsync(["b", "a"], [], Now.AddMinutes(-3), Cancel);
        await States.ScheduleAsync(["b", "a", "c"], [], Now.AddMinutes(-2), Cancel);
        await SettleAsync();
        Assert.Equal(["a", "c"], (await States.ClaimDueAsync("one", Now, Lease, 2, Cancel)).Select(s => s.FeedId));
    }

    [Fact]
    public async Task Several_processes_never_claim_the_same_feed()
    {
        var feeds = Enumerable.Range(0, 100).Select(i => $"feed{i}").ToArray();
        await States.ScheduleAsync(feeds, [], Now, Cancel);
        await SettleAsync();
        var other = await OpenAsync(StoreCollections.FeedState);
        var owners = Enumerable.Range(0, 8).Select(i => ClaimAllAsync((i % 2 == 0 ? Store : other).Get<IFeedStateStore>(), $"owner{i}"));

        var claimed = (await Task.WhenAll(owners)).SelectMany(c => c).ToArray();

        Assert.Equal(feeds.Order(), claimed.Order());
    }

    // Due again at once.
    private async Task SubscribeAsync(string feed)
    {
        await SettleAsync();
        foreach (var claimed in await States.ClaimDueAsync("subscriber", Now, Lease, 10, Cancel))
        {
            var hub = claimed.FeedId == feed ? new HubSubscription("https://hub.example/", "https://news.example/feed.xml", "secret", Now) : null;
            await States.ReleaseAsync("subscriber", claimed, claimed with { Hub = hub }, Cancel);
        }

        await SettleAsync();
    }

    private static async Task<List<string>> ClaimAllAsync(IFeedStateStore states, string owner)
    {
        var claimed = new List<string>();
        for (var round = 0; round < 20; round++) claimed.AddRange((await states.ClaimDueAsync(owner, Now, Lease, 7, Cancel)).Select(s => s.FeedId));
        return claimed;
    }

    private IFeedStateStore States => Store.Get<IFeedStateStore>();
}
