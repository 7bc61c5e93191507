using NewsWatch.Ingestion.Intake;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Intake;

public sealed class RecentArticlesTests
{
    private static readonly KnownRevision First = new(1, 1, 100), Second = new(2, 2, 100);

    private readonly Task<bool> _publish = new TaskCompletionSource<bool>().Task;

    [Fact]
    public void The_oldest_is_forgotten_and_its_publish_may_end_afterwards()
    {
        var recent = new RecentArticles(1);
        recent.Remember(1, First, _publish);
        recent.Remember(2, First, _publish);

        recent.Settle(1, First, _publish, published: false, before: Second);

        Assert.False(recent.TryGet(1, out _));
        Assert.True(recent.TryGet(2, out _));
    }

    [Fact]
    public void A_publish_that_failed_takes_back_what_it_promised_and_no_more()
    {
        var recent = new RecentArticles(10);
        recent.Remember(1, First, _publish);
        recent.Remember(2, Second, _publish);
        recent.Remember(3, Second, _publish);

        recent.Settle(1, First, _publish, published: false, before: null);
        recent.Settle(2, Second, _publish, published: false, before: First);
        recent.Settle(3, First, _publish, published: false, before: null);

        Assert.False(recent.TryGet(1, out _));
        Assert.Equal((true, First), (recent.TryGet(2, out var taken), taken));
        Assert.Equal((true, Second), (recent.TryGet(3, out var later), later));
    }

    [Fact]
    public async Task What_is_over_rests_on_nothing_and_what_is_not_on_its_own_publish()
    {
        var recent = new RecentArticles(10);
        var next = new TaskCompletionSource<bool>().Task;
        recent.Remember(1, First, _publish);
        recent.Remember(2, First, _publish);
        recent.Remember(2, Second, next);

        recent.Settle(1, First, _publish, published: true, before: null);
        recent.Settle(2, First, _publish, published: true, before: null);

        recent.TryGet(1, out _, out var over);
        Assert.True(await over);
        Assert.Equal((true, Second, next), (recent.TryGet(2, out var known, out var publishing), known, publishing));
        Assert.False(recent.TryGet(3, out _, out var nothing));
        Assert.True(await nothing);
    }
}
