using NewsWatch.Matching.Unicode;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Unicode;

public sealed class NormalFormCTests
{
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("\u212B", "Å")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u1E9B\u0323", "\u1E9B\u0323")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\uD834\uDD5E", "\uD834\uDD57\uD834\uDD65")]
    [InlineData("s\u0323\u0307", "\u1E69")]
    [InlineData("\U0002F800", "\u4E3D")]
    [InlineData("\u0627\u0653", "\u0622")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("\uD800e\u0301\uDC00", "\uD800\u00E9\uDC00")]
    [InlineData("plain", "plain")]
    public void Text_is_composed_by_the_standard(string text, string expected) => Assert.Equal(expected, NormalFormC.Of(text));

    [Fact]
    public void Composing_twice_changes_nothing() =>
        CsCheck.Check.Sample(CsCheck.Gen.String, text => NormalFormC.Of(NormalFormC.Of(text)) == NormalFormC.Of(text));

    [Fact]
    public void A_long_run_of_marks_is_sorted_in_time() =>
        Assert.Equal(100_001, NormalFormC.Of("a" + new string('\u0323', 50_000) + new string('\u0307', 50_000)).EnumerateRunes().Count() + 1);
}
