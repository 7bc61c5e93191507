using NewsWatch.Matching.Analysis;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Analysis;

/// <summary>Texts that nobody writes: they cost linear time and no exception.</summary>
public sealed class HostileTextTests
{
    private const int Length = 200_000;

    [Theory]
    [InlineData("_")]
    [InlineData("\u200D")]
    [InlineData("'")]
    [InlineData("a.")]
    [InlineData("1,")]
    [InlineData("y")]
    [InlineData("non-")]
    [InlineData("\U0001F44D\U000E0041")]
    [InlineData("\uD800")]
    [InlineData("\uDC00\uD800")]
    [InlineData("\u0301")]
    [InlineData("\u064E")]
    public void A_long_run_of_anything_is_analysed(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
        foreach (var kind in Enum.GetValues<AnalyzerKind>())
        {
            foreach (var token in TextAnalyzer.Analyze(text, kind)) Assert.InRange(token.Text.Length, 1, 1020);
        }
    }

    [Fact]
    public void A_word_is_cut_at_255_units()
    {
        var tokens = TextAnalyzer.Analyze(new string('a', 600));
        Assert.Equal([255, 255, 90], tokens.Select(token => token.End - token.Start));
    }

    [Fact]
    public void A_surrogate_pair_is_never_cut()
    {
        var tokens = TextAnalyzer.Analyze(new string('a', 254) + "\U00010428b");
        Assert.Equal([254, 3], tokens.Select(token => token.End - token.Start));
    }

    [Theory]
    [InlineData("a\uD800b", "a", "b")]
    [InlineData("\uDC00a", "a")]
    public void Half_a_surrogate_pair_separates_words(string text, params string[] expected) =>
        Assert.Equal(expected, TextAnalyzer.Analyze(text).Select(token => token.Text));
}
