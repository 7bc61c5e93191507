using CsCheck;
using NewsWatch.Matching.NormalForms;
using Xunit;

namespace NewsWatch.UnitTests.Matching.NormalForms;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Pre\u0301sident", "Pr\u00E9sident")]
    [InlineData("A\u030A", "\u00C5")]
    [InlineData("\u212B", "\u00C5")] // Ångström sign
    [InlineData("s\u0323\u0307", "\u1E69")]
    [InlineData("s\u0307\u0323", "\u1E69")] // marks in the other order
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\u0958", "\u0915\u093C")] // excluded from composition
    [InlineData("\u2F97A", "\u2F97A")]
    [InlineData("\U0002F800", "\u4E3D")]
    [InlineData("\u0627\u0653", "\u0622")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("\uD800e\u0301\uDC00", "\uD800\u00E9\uDC00")] // half pairs stay
    public void Text_becomes_normal(string text, string expected) => Assert.Equal(expected, NormalForm.C(text));

    [Fact]
    public void Normal_text_stays_the_same_string()
    {
        var text = "Présidente — 制裁, Łódź";
        Assert.Same(text, NormalForm.C(text));
    }

    [Fact]
    public void Normal_form_is_final() => Gen.String.Sample(text => Assert.Equal(NormalForm.C(text), NormalForm.C(NormalForm.C(text))), iter: 5_000);

    [Fact]
    public void Many_marks_on_one_letter_are_sorted_in_little_time() =>
        Assert.Equal(200_001, NormalForm.C("a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 100_000))).Length + 1);
}
