using NewsWatch.ServiceDefaults.Telemetry;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Telemetry;

public sealed class TraceContextTests
{
    private static readonly string Other = Some.TraceParent.Replace("00-", "00-1", StringComparison.Ordinal).Remove(4, 1);

    [Fact]
    public void Every_trace_is_linked_once_wherever_its_articles_stand()
    {
        var links = TraceContext.Links([(Some.TraceParent, null), (Some.TraceParent, null), (null, null), (Some.TraceParent, null), (Other, "a=b"), (Some.TraceParent, null), ("no trace", null)]);

        Assert.Equal([(Some.TraceParent, null), (Other, "a=b")], links.Select(link => ($"00-{link.Context.TraceId}-{link.Context.SpanId}-01", link.Context.TraceState)));
    }

    [Fact]
    public void One_trace_with_two_states_is_linked_twice() =>
        Assert.Equal(["a=b", "c=d"], TraceContext.Links([(Some.TraceParent, "a=b"), (Some.TraceParent, "c=d"), (Some.TraceParent, "a=b")]).Select(link => link.Context.TraceState));

    [Fact]
    public void The_limit_counts_traces_and_not_articles()
    {
        var links = TraceContext.Links([.. Enumerable.Repeat<(string?, string?)>((Some.TraceParent, null), 5), (Other, null), (Some.TraceParent, "a=b")], limit: 2);

        Assert.Equal(2, links.Count);
        Assert.NotEqual(links[0].Context.TraceId, links[1].Context.TraceId);
    }
}
