using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Kibana;
using NewsWatch.Matching.Language;
using NewsWatch.Storage.Articles;
using Xunit;

namespace NewsWatch.UnitTests.Gateway;

public sealed class KibanaLinkTests
{
    private static readonly KibanaLinks Links = new(Options.Create(new KibanaOptions { KibanaUrl = "http://127.0.0.1:5601/s/news/" }));

    [Fact]
    public void A_search_opens_in_Discover_with_the_query_and_the_time()
    {
        var search = Links.Search(new ArticleQuery { Query = WatchQuery.Parse("\"lethal aid\" NOT it's"), Lang = "en", From = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) })!;

        Assert.Equal("(\"lethal aid\" and not \"it's\") and (lang : \"en\")", search.Query);
        Assert.Equal(
            "http://127.0.0.1:5601/s/news/app/discover#/view/newswatch-search-latest?_g=(time:(from:'2026-11-01T00%3A00%3A00.000Z',to:now))"
            + "&_a=(query:(language:kuery,query:'%28%22lethal%20aid%22%20and%20not%20%22it%21%27s%22%29%20and%20%28lang%20%3A%20%22en%22%29'))",
            search.Url);
        Assert.Empty(search.Differs);
    }

    [Fact]
    public void What_Kibana_understands_otherwise_is_said() =>
        Assert.Contains("NEAR/3", Assert.Single(Links.Search(new ArticleQuery { Query = WatchQuery.Parse("a NEAR/3 b") })!.Differs), StringComparison.Ordinal);

    [Fact]
    public void Alerts_link_to_their_topic_their_watch_and_their_article()
    {
        Assert.Contains("/view/newswatch-search-alerts?", Links.AlertsOn(TopicPattern.Parse("sanctions.#")), StringComparison.Ordinal);
        Assert.Contains("watch.id%20%3A%20%22w%22", Links.AlertsOfWatch("w"), StringComparison.Ordinal);
        Assert.Contains("/view/newswatch-search-latest?", Links.Article("AAAAAAAAAAAAAAAAAAAAAA"), StringComparison.Ordinal);
        Assert.Null(Links.AlertsOn(TopicPattern.Parse("*.russia")));
    }

    [Fact]
    public void Without_a_Kibana_nothing_links_there()
    {
        var none = new KibanaLinks(Options.Create(new KibanaOptions()));
        Assert.False(none.IsConfigured);
        Assert.Null(none.Search(new ArticleQuery()));
        Assert.Null(none.Article("a"));
        Assert.Null(none.ArticleDashboard);
    }
}
