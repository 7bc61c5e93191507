using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Anchors;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Watches;

/// <summary>What stands beside an anchor throws out only where it does not stand. That no match is missed is for <see cref="MeaningTests"/>, too.</summary>
public sealed class WordBesideTests
{
    private const int Farthest = 31;

    [Theory]
    [InlineData("the spokesman of olivetti", 1, false)] // the word before is another
    [InlineData("olivetti spokesman", 1, true)]
    [InlineData("spokesman of olivetti", 0, false)] // nothing stands before the text
    public void A_word_stands_at_its_distance(string text, int anchor, bool may) =>
        Assert.Equal(may, WordBeside.Of(new(new WordTerm("olivetti"), new WildcardTerm("spok", "*n")), 1, 1).MayStand(Tokens(text), anchor));

    [Theory]
    [InlineData("social scientists", true)]
    [InlineData("social sciatica", true)] // three letters are looked at
    [InlineData("social media", false)]
    [InlineData("social", false)]
    public void Without_a_word_the_first_letters_of_a_wildcard_do(string text, bool may) =>
        Assert.Equal(may, WordBeside.Of(new(new WordTerm("social"), new WildcardTerm("scien", "?ists")), 0, 1).MayStand(Tokens(text), 0));

    [Theory]
    [InlineData(Farthest, false)]
    [InlineData(Farthest + 1, true)]
    public void What_is_too_far_away_is_not_looked_at(int distance, bool may)
    {
        Term[] terms = [new WordTerm("far"), .. Enumerable.Repeat(new AnyTerm(), distance - 1), new WildcardTerm("anch", "o?")];
        var text = string.Join(' ', Enumerable.Repeat("near", distance).Append("anchor"));
        Assert.Equal(may, WordBeside.Of(new(terms), distance, 1).MayStand(Tokens(text), distance));
    }

    private static TokenBuffer Tokens(string text)
    {
        var tokens = new TokenBuffer();
        tokens.Fill(text);
        return tokens;
    }
}
