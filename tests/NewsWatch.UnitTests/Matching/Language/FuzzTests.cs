using CsCheck;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Translation;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Language;

/// <summary>Nothing that can be typed makes the parser do anything but read it or refuse it.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void A_refusal_names_a_column_of_the_text() =>
        HostileQuery.Text.Sample(text =>
        {
            try
            {
                WatchQuery.Parse(text);
            }
            catch (QuerySyntaxException error)
            {
                Assert.InRange(error.Column, 1, text.Length + 1);
                Assert.NotEmpty(error.Found);
                Assert.NotEmpty(error.Expected);
            }
        }, iter: 20_000);

    [Fact]
    public void Any_text_can_be_given_to_the_translator() =>
        Gen.Select(HostileQuery.Text, Gen.Enum<QueryDialect>()).Sample((text, dialect) =>
        {
            var translation = QueryTranslator.Translate(text, dialect);
            Assert.True(translation.Query is null != translation.Error is null);
        }, iter: 5_000);

    [Theory]
    [InlineData("(")]
    [InlineData("\"")]
    [InlineData("a NEAR/2 ")]
    [InlineData("a*")]
    [InlineData("'a ")]
    [InlineData("-")]
    [InlineData("title:")]
    [InlineData("~")]
    [InlineData("“")]
    public void Long_repetitions_are_read_or_refused(string piece) =>
        Assert.Null(HostileQuery.TryRead(string.Concat(Enumerable.Repeat(piece, QueryLimits.MaxLength / piece.Length))));
}
