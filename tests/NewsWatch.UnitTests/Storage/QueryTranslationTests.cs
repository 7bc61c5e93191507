using NewsWatch.Matching.Language;
using NewsWatch.Storage.Articles;
using Xunit;

namespace NewsWatch.UnitTests.Storage;

public sealed class QueryTranslationTests
{
    [Theory]
    [InlineData("sanctions", "{title summary body} : \"sanctions\"", true)]
    [InlineData("\"lethal aid\"", "{title summary body} : \"lethal aid\"", true)]
    [InlineData("title:sanction*", "title : \"sanction\" *", true)]
    [InlineData("=WHO", "exact : \"^W^H^O\"", true)]
    [InlineData("=who", "{title summary body} : \"who\"", false)]
    [InlineData("lang:en", "lang : \"en\"", true)]
    [InlineData("a NEAR/3 b", "{title summary body} : NEAR(\"a\" \"b\", 3)", true)]
    [InlineData("a ONEAR/3 b", "{title summary body} : NEAR(\"a\" \"b\", 3)", false)]
    [InlineData("\"a b\"~2", "{title summary body} : NEAR(\"a\" \"b\", 2)", false)]
    [InlineData("url:/sport/", "", false)]
    public void SQLite_says_what_it_can(string query, string expected, bool exact) =>
        Assert.Equal(new QueryTranslation(expected, exact), QueryTranslation.ToSqlite(WatchQuery.Parse(query)));

    [Fact]
    public void What_must_not_be_there_is_taken_away_from_what_must() => Assert.Equal(
        "({title summary body} : \"aid\") NOT ({title summary body} : \"lethal\")", QueryTranslation.ToSqlite(WatchQuery.Parse("aid NOT lethal")).Text);

    [Fact]
    public void A_NOT_of_what_SQLite_cannot_decide_narrows_nothing()
    {
        var translation = QueryTranslation.ToSqlite(WatchQuery.Parse("aid NOT ATLEAST/2(lethal)"));
        Assert.Equal(new QueryTranslation("{title summary body} : \"aid\"", false), translation);
    }

    [Theory]
    [InlineData("sanctions", true)]
    [InlineData("url:/sport/", true)]
    [InlineData("\"=WHO says\"", true)]
    [InlineData("a NEAR/3 (b OR c)", true)]
    [InlineData("\"a b\" NEAR/3 (c OR \"d e\")", false)]
    [InlineData("\"a bee*\"", false)]
    [InlineData("SENTENCE(a b)", false)]
    [InlineData("ATLEAST/2(a)", false)]
    public void Elasticsearch_says_what_it_can(string query, bool exact) =>
        Assert.Equal(exact, QueryTranslation.ToElasticsearch(WatchQuery.Parse(query)).Exact);

    [Fact]
    public void Elasticsearch_is_given_tokens_and_never_analyses_them_again()
    {
        var json = QueryTranslation.ToElasticsearch(WatchQuery.Parse("title:\"lethal aid\"")).Text;
        Assert.Contains("\"analyzer\": \"whitespace\"", json, StringComparison.Ordinal);
        Assert.Contains("\"query\": \"lethal aid\"", json, StringComparison.Ordinal);
    }
}
