using CsCheck;
using NewsWatch.Matching;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches;
using NewsWatch.Matching.Watches.Explaining;
using NewsWatch.UnitTests.Matching.Language;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Watches;

public sealed class ExplainerTests
{
    private static readonly Document Article = new()
    {
        Title = "Congress debates lethal aid",
        Body = "The Who played. China objects to the aid. Sanctions are far away from all of this talk about China.",
        Lang = "de",
        Tag = ["Politics"],
    };

    [Theory]
    [InlineData("\"lethal aid\"", true, "It stands in the title.")]
    [InlineData("aid", true, "It stands in the title and body, 2 times.")]
    [InlineData("lethal OR weapons", true, "One of 2 alternatives holds.")]
    [InlineData("lethal weapons", false, "1 of 2 parts does not hold: weapons.")]
    [InlineData("weapons", false, "“weapons” does not stand in the title, summary and body.")]
    [InlineData("\"aid lethal\"", false, "All its words stand there, but nowhere side by side in this order.")]
    [InlineData("\"lethal weapons\"", false, "“weapons” does not stand in the title, summary and body.")]
    [InlineData("=WHO", false, "“who” stands there, but never spelt “WHO”.")]
    [InlineData("weap*", false, "No word in the title, summary and body starts with “weap”.")]
    [InlineData("~weapons", false, "No form of “weapon” stands in the title, summary and body.")]
    [InlineData("politics", false, "It stands in the tags, but not in the title, summary and body.")]
    [InlineData("title:china", false, "It stands in the body, but not in the title.")]
    [InlineData("sanctions NEAR/3 china", false, "They stand no closer than with 4 other words between; 3 are allowed.")]
    [InlineData("aid ONEAR/3 objects", false, "They stand there, but not in this order.")]
    [InlineData("lethal NEAR/3 china", false, "They never stand in one field without overlapping.")]
    [InlineData("SENTENCE(who sanctions)", false, "Its parts stand there, but in no single sentence.")]
    [InlineData("ATLEAST/3(aid)", false, "It stands 2 times; 3 are needed.")]
    [InlineData("lang:en", false, "The language is “de”.")]
    public void It_says_why(string query, bool holds, string why)
    {
        var explanation = Explain(query);
        Assert.Equal((holds, why), (explanation.Holds, explanation.Why));
    }

    [Fact]
    public void A_NOT_that_refuses_shows_what_it_found()
    {
        var explanation = Explain("lethal NOT china");
        Assert.Equal("1 of 2 parts does not hold: NOT china.", explanation.Why);
        var not = explanation.Parts[1];
        Assert.Equal((false, "What must not be there is there: china."), (not.Holds, not.Why));
        Assert.Equal(2, not.Parts[0].Spans.Count);
    }

    [Fact]
    public void An_explanation_agrees_with_the_matcher() => Gen.Select(AnyQuery.Parsed, AnyDocument.Any).Sample((query, document) =>
    {
        var explanation = WatchExplainer.Explain(query, document);
        Assert.Equal(new QueryMatcher(query).Matches(document), explanation.Holds);
        Assert.Equal(new QueryMatcher(query).Find(document), explanation.Spans);
    }, iter: 300);

    private static Explanation Explain(string query) => WatchExplainer.Explain(WatchQuery.Parse(query), Article);
}
