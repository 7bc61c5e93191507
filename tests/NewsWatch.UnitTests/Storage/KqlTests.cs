using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Kibana;
using Xunit;

namespace NewsWatch.UnitTests.Storage;

public sealed class KqlTests
{
    [Theory]
    [InlineData("sanctions", "\"sanctions\"")]
    [InlineData("\"lethal aid\" NOT \"non-lethal\"", "\"lethal aid\" and not \"non-lethal\"")]
    [InlineData("lethal aid", "\"lethal\" and \"aid\"")]
    [InlineData("(a OR b) c", "(\"a\" or \"b\") and \"c\"")]
    [InlineData("NOT (a OR b) AND c", "not (\"a\" or \"b\") and \"c\"")]
    [InlineData("sanction*", "sanction*")]
    [InlineData("title:sanction*", "title : sanction*")]
    [InlineData("=WHO", "title.exact : \"WHO\" or summary.exact : \"WHO\" or body.exact : \"WHO\"")]
    [InlineData("=WHO aid", "(title.exact : \"WHO\" or summary.exact : \"WHO\" or body.exact : \"WHO\") and \"aid\"")]
    [InlineData("title:~sanctioning", "title.stem : \"sanctioning\"")]
    [InlineData("title:(a OR \"b c\") source:nbc lang:EN domain:BBC.co.uk", "(title : \"a\" or title : \"b c\") and source : \"nbc\" and lang : \"en\" and domain : \"bbc.co.uk\"")]
    [InlineData("AT&T", "\"AT&T\"")]
    public void What_KQL_can_say_is_said_whole(string query, string expected) =>
        Assert.Equal(new QueryTranslation(expected, true), QueryTranslation.ToKql(WatchQuery.Parse(query)));

    [Theory]
    [InlineData("a NEAR/3 b", "\"a\" and \"b\"", "NEAR/3")]
    [InlineData("SENTENCE(a b)", "\"a\" and \"b\"", "SENTENCE")]
    [InlineData("ATLEAST/2(a)", "\"a\"", "ATLEAST/2")]
    [InlineData("\"a b\"~2", "\"a\" and \"b\"", "~2")]
    [InlineData("\"a bee*\"", "\"a\" and bee*", "A phrase with")]
    [InlineData("wom?n OR b", "", "wom?n")]
    [InlineData("wom?n b", "\"b\"", "wom?n")]
    [InlineData("url:/sport/ a", "\"a\"", "url:")]
    [InlineData("a NOT SENTENCE(b c)", "\"a\"", "SENTENCE")]
    public void What_it_cannot_say_is_named_and_becomes_a_wider_search(string query, string expected, string reason)
    {
        var said = QueryTranslation.ToKql(WatchQuery.Parse(query));

        Assert.Equal((expected, false), (said.Text, said.Exact));
        Assert.Contains(reason, Assert.Single(said.Reasons), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#", "")]
    [InlineData("sanctions", "topic : \"sanctions\"")]
    [InlineData("sanctions.#", "topic : \"sanctions\" or topic : sanctions.*")]
    [InlineData("sanctions.*", null)]
    [InlineData("*.russia", null)]
    public void Topics_are_said_where_the_star_means_the_same(string pattern, string? expected) => Assert.Equal(expected, KqlText.Topic(TopicPattern.Parse(pattern)));
}
