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
        Assert.False(await States.ReleaseAsync("one", new FeedState { FeedId = "a", NextCheck = Now.AddDays(1) }, Cancel));
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

        Assert.True(await States.ReleaseAsync("one", learnt, Cancel));
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
        await States.ReleaseAsync("one", claimed with { NextCheck = Now.AddMinutes(10), LastError = "timed out", Articles = 7 }, Cancel);
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
        await States.ReleaseAsync("one", claimed with { NextCheck = FeedTimes.Ended, Gone = true }, Cancel);
        await States.ScheduleAsync([], ["a"], Now, Cancel);
        await States.ScheduleAsync(["a"], [], Now, Cancel);
        await SettleAsync();
        Assert.Empty(await States.ClaimDueAsync("one", Now.AddYears(1), Lease, 10, Cancel));

        await States.MakeDueAsync("a", Now, Cancel);
        await SettleAsync();
        Assert.Single(await States.ClaimDueAsync("one", Now, Lease, 10, Cancel));
    }

    [Fact]
    public async Task What_is_remembered_can_be_amended_while_it_is_leased()
    {
        await States.ScheduleAsync(["a"], [], Now, Cancel);
        var claimed = Assert.Single(await States.ClaimDueAsync("one", Now, Lease, 10, Cancel));

        Assert.True(await States.AmendAsync("a", s => s with { Title = "Amended" }, Cancel));
        Assert.False(await States.AmendAsync("a", _ => null, Cancel));
        Assert.False(await States.AmendAsync("unknown", s => s, Cancel));
        await SettleAsync();
        Assert.Equal("Amended", (await States.GetAsync(["a"], Cancel))["a"].Title);
        Assert.Empty(await States.ClaimDueAsync("two", Now, Lease, 10, Cancel));
        Assert.True(await States.ReleaseAsync("one", claimed with { NextCheck = Now.AddDays(1) }, Cancel));
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

    private static async Task<List<string>> ClaimAllAsync(IFeedStateStore states, string owner)
    {
        var claimed = new List<string>();
        for (var round = 0; round < 20; round++) claimed.AddRange((await states.ClaimDueAsync(owner, Now, Lease, 7, Cancel)).Select(s => s.FeedId));
        return claimed;
    }

    private IFeedStateStore States => Store.Get<IFeedStateStore>();
}
