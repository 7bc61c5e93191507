using NewsWatch.Matching.Analysis;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Analysis;

public sealed class IdeographTests
{
    [Theory]
    [InlineData("一二三", "0-1 1-2 2-3")]
    [InlineData("一", "0-1")]
    [InlineData("一\uFE00二", "0-2 2-3")] // a variation selector
    [InlineData("一二\u0301", "0-1 1-3")] // an accent
    [InlineData("一\U000E0100二", "0-3 3-4")] // a variation selector beyond the basic plane
    [InlineData("一\U00020000二", "0-1 1-3 3-4")] // an ideograph beyond it
    [InlineData("一\u9FF0二", "0-1 2-3")] // younger than the definition's Unicode
    [InlineData("a一b二", "0-1 1-2 2-3 3-4")]
    [InlineData("一，二。三々", "0-1 2-3 4-5 5-6")]
    public void Each_is_a_token_with_the_marks_behind_it(string text, string expected)
    {
        foreach (var kind in Enum.GetValues<AnalyzerKind>())
        {
            var tokens = new TokenBuffer();
            tokens.Fill(text, kind);
            Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, tokens.Count).Select(n => $"{tokens.Starts[n]}-{tokens.Ends[n]}")));
        }
    }

    [Fact]
    public void They_have_one_hash_and_one_form_alone_and_among_others()
    {
        var (alone, among) = (new TokenBuffer(), new TokenBuffer());
        alone.Fill("二");
        among.Fill("word 一二三 word");

        Assert.Equal(alone.Hashes[0], among.Hashes[2]);
        Assert.Equal(TokenHash.Of("二"), among.Hashes[2]);
        Assert.Equal("二", among.Form(2).ToString());
    }

    [Fact]
    public void A_long_run_of_them_fits()
    {
        var tokens = new TokenBuffer();
        tokens.Fill(new string('一', 100_000));

        Assert.Equal(100_000, tokens.Count);
        Assert.Equal("一", tokens.Form(99_999).ToString());
        Assert.Equal(100_000, tokens.Ends[99_999]);
    }
}
