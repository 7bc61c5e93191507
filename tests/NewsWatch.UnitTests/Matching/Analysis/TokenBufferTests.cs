using CsCheck;
using NewsWatch.Matching.Analysis;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Analysis;

public sealed class TokenBufferTests
{
    [Fact]
    public void A_reused_buffer_gives_what_a_new_one_gives()
    {
        Gen.Select(AnyText.String, AnyText.String, Gen.Enum<AnalyzerKind>()).Sample((first, second, kind) =>
        {
            var reused = new TokenBuffer();
            reused.Fill(first, AnalyzerKind.Text);
            reused.Fill(second, kind);
            Assert.Equal(TextAnalyzer.Analyze(second, kind), Tokens(reused));
        });
    }

    [Fact]
    public void Equal_forms_have_equal_hashes() => AnyText.String.Sample(text =>
    {
        var buffer = new TokenBuffer();
        buffer.Fill(text);
        for (var position = 0; position < buffer.Count; position++) Assert.Equal(TokenHash.Of(buffer.Form(position).ToString()), buffer.Hashes[position]);
    });

    [Fact]
    public void The_same_word_hashes_alike_in_ascii_and_other_surroundings()
    {
        var buffer = new TokenBuffer();
        buffer.Fill("Ukraine");
        var plain = buffer.Hashes[0];
        buffer.Fill("l\u2019Ukr\u00E0ine");
        Assert.Equal(plain, buffer.Hashes[0]);
    }

    [Fact]
    public void Filling_allocates_nothing_once_grown()
    {
        const string Text = "Le non\u2011lethal aid de l\u2019Ukraine, \u5236\u88C1 \u0401\u043B\u043A\u0430 U.S. Stra\u00DFe";
        var buffer = new TokenBuffer();
        Fill(buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fill(buffer);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        static void Fill(TokenBuffer buffer)
        {
            buffer.Fill(Text, AnalyzerKind.Text);
            buffer.Fill(Text, AnalyzerKind.Exact);
            buffer.Fill(Text, AnalyzerKind.Stem);
        }
    }

    [Fact]
    public void A_position_that_is_not_there_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new TokenBuffer().Form(0).Length);

    private static IEnumerable<Token> Tokens(TokenBuffer buffer)
    {
        for (var position = 0; position < buffer.Count; position++)
        {
            yield return new Token(buffer.Form(position).ToString(), buffer.Starts[position], buffer.Ends[position]);
        }
    }
}
