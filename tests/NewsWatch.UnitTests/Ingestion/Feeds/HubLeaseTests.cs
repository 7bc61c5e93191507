using NewsWatch.Ingestion.WebSub;
using NewsWatch.Storage.Feeds;
using NewsWatch.Testing;
using Xunit;
using static Microsoft.Extensions.Options.Options;

namespace NewsWatch.UnitTests.Ingestion.Feeds;

/// <summary>A subscription ends with its lease, so a hub is asked again before; how long a lease is, the hub decides.</summary>
public sealed class HubLeaseTests
{
    private static readonly DateTimeOffset Asked = Some.Time;
    private readonly HubChoice _choice = new(Create(new WebSubOptions { PublicUrl = "https://news.example.org", HubInterval = TimeSpan.FromHours(1) }));

    [Theory]
    [InlineData(7 * 24, 6 * 24 - 1, false)]
    [InlineData(7 * 24, 6 * 24, true)]
    [InlineData(7, 5, false)]
    [InlineData(7, 6, true)]
    [InlineData(7, 30, true)]
    public void A_hub_is_asked_again_when_a_seventh_of_its_lease_is_left(int leaseHours, int hoursLater, bool asks) =>
        Assert.Equal(asks, HubChoice.IsToBeAsked(Hub(until: Asked.AddHours(leaseHours)), Asked.AddHours(hoursLater)));

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void A_hub_that_has_not_answered_is_asked_again_after_six_hours(int hoursLater, bool asks)
    {
        Assert.Equal(asks, HubChoice.IsToBeAsked(Hub(until: null), Asked.AddHours(hoursLater)));
        // The last lease ran out, and the hub kept silent when it was asked for another.
        Assert.Equal(asks, HubChoice.IsToBeAsked(Hub(until: Asked.AddMinutes(-1)), Asked.AddHours(hoursLater)));
    }

    [Fact]
    public void A_hub_is_asked_the_first_time_it_is_met() => Assert.True(HubChoice.IsToBeAsked(Hub(until: null) with { Asked = null }, Asked));

    [Fact]
    public void While_a_lease_holds_polls_are_rare_but_not_so_rare_that_it_runs_out()
    {
        var (hub, soon) = (Hub(until: Asked.AddHours(7)), TimeSpan.FromMinutes(5));

        Assert.Equal(Asked.AddHours(1), _choice.NextCheck(hub, Asked + soon, Asked));
        Assert.Equal(Asked.AddHours(6), _choice.NextCheck(hub, Asked.AddHours(20), Asked.AddHours(5.5)));
        Assert.Equal(Asked.AddHours(7) + soon, _choice.NextCheck(hub, Asked.AddHours(7) + soon, Asked.AddHours(7)));
    }

    private static HubSubscription Hub(DateTimeOffset? until) => new("https://hub.example/", "https://news.example/feed", "secret", Asked, until);
}
