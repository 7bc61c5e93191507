using CsCheck;
using NewsWatch.Matching.Analysis;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Analysis;

/// <summary>Offsets lead to the original text whatever was dropped, joined or folded on the way.</summary>
public sealed class OffsetTests
{
    [Theory]
    [InlineData("a Non\u2011lethal aid", "nonlethal", "Non\u2011lethal")]
    [InlineData("the soft\u00ADhyphen\u00AD here", "softhyphen", "soft\u00ADhyphen\u00AD")]
    [InlineData("in l\u2019Ukraine now", "ukraine", "l\u2019Ukraine")]
    [InlineData("a Stra\u00DFe", "strasse", "Stra\u00DFe")]
    [InlineData("non-\u00ADlethal", "nonlethal", "non-\u00ADlethal")]
    public void A_token_covers_what_it_was_made_of(string text, string form, string covered)
    {
        var token = Assert.Single(TextAnalyzer.Analyze(text), token => token.Text == form);
        Assert.Equal(covered, text[token.Start..token.End]);
    }

    [Fact]
    public void Tokens_are_in_order_and_never_overlap() => AnyText.String.Sample(text =>
    {
        var end = 0;
        foreach (var token in TextAnalyzer.Analyze(text))
        {
            Assert.True(token.Start >= end && token.End > token.Start && token.End <= text.Length);
            Assert.NotEmpty(token.Text);
            end = token.End;
        }
    });
}
