using NewsWatch.Matching.Language;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Language;

/// <summary>The mistakes that people make: where they are found, and what is suggested.</summary>
public sealed class SyntaxErrorTests
{
    [Theory]
    // Operators
    [InlineData("a AN D b", 3, "AN D", "a AND b")]
    [InlineData("a O R b", 3, "O R", "a OR b")]
    [InlineData("OR OR a", 1, "OR", "a")]
    [InlineData("a OR OR b", 6, "OR", "a OR b")]
    [InlineData("a AND OR b", 7, "OR", "a AND b")]
    [InlineData("a OR", 5, "end of query", "a")]
    [InlineData("a AND NOT", 10, "end of query", "a")]
    [InlineData("AND a", 1, "AND", "a")]
    [InlineData("(a OR ) b", 7, ")", "(a ) b")]
    [InlineData("a && b", 3, "&&", "a AND b")]
    [InlineData("a || b", 3, "||", "a OR b")]
    [InlineData("a !b", 3, "!", "a -b")]
    [InlineData("+a +b", 1, "+", "a b")]
    [InlineData("a - b", 3, "-", "a b")]
    [InlineData("china –russia", 7, "–", "china -russia")]
    // NEAR
    [InlineData("a NEAR/100 b", 3, "NEAR/100", "a NEAR/99 b")]
    [InlineData("a NEAR/ b", 3, "NEAR/", "a NEAR/4 b")]
    [InlineData("a NEAR/x b", 3, "NEAR/x", null)]
    [InlineData("a near/8 b", 3, "near/8", "a NEAR/8 b")]
    [InlineData("a NEAR8 b", 3, "NEAR8", "a NEAR/8 b")]
    [InlineData("a w/5 b", 3, "w/5", "a NEAR/5 b")]
    [InlineData("a pre/5 b", 3, "pre/5", "a ONEAR/5 b")]
    [InlineData("a NEAR/2 b NEAR/3 c", 12, "NEAR/3", null)]
    [InlineData("a NEAR/4 -b", 10, "-", null)]
    [InlineData("a NEAR/3 (b c)", 10, "(b c)", null)]
    [InlineData("\"a b\"~2 NEAR/3 c", 1, "\"a b\"~2", null)]
    [InlineData("title:a NEAR/3 b", 1, "title:a", null)]
    // Functions
    [InlineData("ATLEAST(a)", 1, "ATLEAST", "ATLEAST/2(a)")]
    [InlineData("ATLEAST/1(a)", 1, "ATLEAST/1", "ATLEAST/2(a)")]
    [InlineData("ATLEAST/3(a b)", 1, "ATLEAST/3(a b)", null)]
    [InlineData("sentence(a b)", 1, "sentence", "SENTENCE(a b)")]
    [InlineData("SENTENCE(title:a b)", 1, "SENTENCE", null)]
    [InlineData("SENTENCE(-a)", 1, "SENTENCE", null)]
    // Quotes and parentheses
    [InlineData("“lethal aid”", 1, "“", "\"lethal aid\"")]
    [InlineData("«lethal aid» OR x", 1, "«", "\"lethal aid\" OR x")]
    [InlineData("'lethal aid' OR x", 1, "'", "\"lethal aid\" OR x")]
    [InlineData("\"lethal aid", 1, "\"lethal aid", "\"lethal aid\"")]
    [InlineData("x \"lethal aid” y", 3, "\"lethal aid” y", "x \"lethal aid\" y")]
    [InlineData("\"\"", 1, "\"\"", null)]
    [InlineData("a \"\"", 3, "\"\"", "a")]
    [InlineData("(a b", 5, "end of query", "(a b)")]
    [InlineData("a) b", 2, ")", "a b")]
    [InlineData("a ()", 3, "()", "a")]
    [InlineData("（a OR b）", 1, "（", "(a OR b)")]
    // Words
    [InlineData("—", 1, "—", null)]
    [InlineData("\"—\" a", 1, "\"—\"", "a")]
    [InlineData("wo*", 1, "wo*", null)]
    [InlineData("*ing", 1, "*ing", null)]
    [InlineData("*", 1, "*", null)]
    [InlineData("\"* *\"", 1, "\"* *\"", null)]
    [InlineData("non-*", 1, "non-*", "non*")]
    [InlineData("=WHO*", 1, "=WHO*", "WHO*")]
    [InlineData("=~aid", 1, "=~aid", "~aid")]
    [InlineData("\"a * b\"~2", 1, "\"a * b\"~2", null)]
    [InlineData("\"a b\"~x", 6, "~x", "\"a b\"~2")]
    [InlineData("roam~2", 1, "roam~2", "~roam")]
    [InlineData("aid^3", 1, "aid^3", "aid")]
    [InlineData("/ab.*c/", 1, "/ab.*c/", null)]
    // Fields
    [InlineData("titel:foo", 1, "titel", "title:foo")]
    [InlineData("site:bbc.co.uk", 1, "site", "domain:bbc.co.uk")]
    [InlineData("foo:bar", 1, "foo", "\"foo:bar\"")]
    [InlineData("title:", 7, "end of query", null)]
    [InlineData("title:(body:x)", 8, "body:", null)]
    [InlineData("lang:english", 6, "english", "lang:en")]
    [InlineData("lang:en-US", 6, "en-US", "lang:en")]
    [InlineData("domain:https://www.bbc.co.uk/news", 8, "https://www.bbc.co.uk/news", "domain:bbc.co.uk")]
    [InlineData("domain:bbc*", 8, "bbc*", "domain:bbc")]
    [InlineData("lang:SENTENCE(a)", 6, "SENTENCE", null)]
    [InlineData("@unknown", 1, "@unknown", "\"@unknown\"")]
    [InlineData("@", 1, "@", null)]
    // Queries that could match everything
    [InlineData("", 1, "end of query", null)]
    [InlineData("   ", 4, "end of query", null)]
    [InlineData("-a", 1, "-a", null)]
    [InlineData("NOT (a OR b)", 1, "NOT (a OR b)", null)]
    [InlineData("a OR NOT b", 1, "a OR NOT b", null)]
    public void A_mistake_is_found_where_it_is(string query, int column, string found, string? suggestion)
    {
        var error = Assert.Throws<QuerySyntaxException>(() => WatchQuery.Parse(query));
        Assert.Equal((column, found), (error.Column, error.Found));
        Assert.NotEmpty(error.Expected);
        if (suggestion is not null) Assert.Equal(suggestion, error.Suggestion);
    }

    [Fact]
    public void A_message_says_what_where_and_what_to_do()
    {
        var error = Assert.Throws<QuerySyntaxException>(() => WatchQuery.Parse("china w/5 aid"));
        Assert.Equal("Operators are words in capitals, their number after a slash. Column 7: found 'w/5', expected NEAR/5. Did you mean: china NEAR/5 aid", error.Message);
    }

    [Fact]
    public void Length_depth_and_size_are_limited()
    {
        Assert.Contains("characters long", Error(new string('a', QueryLimits.MaxLength + 1)).Message, StringComparison.Ordinal);
        Assert.Contains("nested too deeply", Error(new string('(', 1_000)).Message, StringComparison.Ordinal);
        Assert.Contains("nested too deeply", Error(string.Concat(Enumerable.Repeat("NOT ", 1_000)) + "a").Message, StringComparison.Ordinal);
        Assert.Contains("too large", Error(string.Concat(Enumerable.Repeat("a ", QueryLimits.MaxTerms + 1))).Message, StringComparison.Ordinal);
        Assert.Contains("6", Error(string.Join(" NEAR ", Enumerable.Repeat("a", 7))).Message, StringComparison.Ordinal);
    }

    private static QuerySyntaxException Error(string query) => Assert.Throws<QuerySyntaxException>(() => WatchQuery.Parse(query));
}
