using CsCheck;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Phrases;

/// <summary>The one comparison of a whole phrase says nothing that comparing word after word does not.</summary>
public sealed class PlainPhraseTests
{
    // Words of one letter and of many, so that phrases of equal length with their words elsewhere occur, and the longest that fit and the first that do not.
    private static readonly Gen<string> Word = Gen.OneOf(Gen.OneOf("a", "b", "ab", "ba", "abc", "us", "1", "12"), SomePhrases.Words, Gen.Char['a', 'b'].Array[1, 34].Select(letters => new string(letters)));

    private static readonly Gen<string> Text = Gen.Select(Word, Gen.OneOf(" ", " ", " ", "-", ".", "'", ", ", "_", "\u2019", "\u00AD")).Array[1, 12]
        .Select(parts => string.Concat(parts.Select(part => part.Item1 + part.Item2)));

    [Fact]
    public void It_agrees_with_the_words_one_by_one() => Gen.Select(Text, Text, Gen.Int[0, 12], Gen.Int[1, 5]).Sample((text, other, first, count) =>
    {
        var tokens = Filled(text);
        if (!tokens.IsNarrow) return;
        foreach (var words in new[] { Forms(tokens, first, count), Forms(tokens, first, count).Select(word => word.ToUpperInvariant()).ToList(), Forms(Filled(other), first, count) })
        {
            AssertAgrees(words, tokens);
        }
    }, iter: 20_000);

    [Fact]
    public void Forms_that_hold_what_stands_between_words_are_not_taken_for_several_words()
    {
        AssertAgrees(["a b"], Filled("a b"));
        AssertAgrees(["a-b", "c"], Filled("a-b c"));
        AssertAgrees(["a", "b-c"], Filled("a b-c"));
        AssertAgrees(["ab"], Filled("a b"));
        AssertAgrees(["a", "b"], Filled("ab"));
    }

    [Fact]
    public void As_many_words_have_to_be_there()
    {
        // Which only a candidate of another phrase with the same hash would show otherwise.
        Assert.False(IsAt(["3", "000"], Filled("3,000"), 0, 1));
        Assert.True(IsAt(["3", "000"], Filled("3 000"), 0, 2));
    }

    [Theory]
    [InlineData("lethal aid", true)]
    [InlineData("lethal  aid", false)]
    [InlineData("lethal, aid", false)]
    [InlineData("lethal-aid", true)]
    [InlineData("lethal aids", false)]
    public void One_comparison_does_where_one_character_is_between_two_words(string text, bool does) => Assert.Equal(does, IsAt(["lethal", "aid"], Filled(text), 0, 2));

    [Theory]
    [InlineData("a b", true)]
    [InlineData("0123456789012345678901234567890", true)]
    [InlineData("01234567890123456789012345678901", false)]
    [InlineData("\u00E9t\u00E9", false)]
    [InlineData("3,5", false)]
    public void Letters_and_digits_that_fit_into_one_comparison_are_plain(string phrase, bool isPlain) => Assert.Equal(isPlain, PlainPhrase.Is(Bytes(phrase.Split(' '))));

    private static void AssertAgrees(List<string> words, TokenBuffer tokens)
    {
        if (!PlainPhrase.Is(Bytes(words)) || words.Count == 0) return;
        for (var position = 0; position + words.Count <= tokens.Count; position++)
        {
            var stands = Forms(tokens, position, words.Count).SequenceEqual(words);
            if (IsAt(words, tokens, position, position + words.Count)) Assert.True(stands, $"{string.Join('|', words)} is not at {position}");
            else if (stands) Assert.True(HasMoreBetween(tokens, position, words.Count) || HasOdd(tokens, position, words.Count), $"{string.Join('|', words)} is at {position}");
        }
    }

    private static bool HasMoreBetween(TokenBuffer tokens, int first, int count) =>
        Enumerable.Range(first, count - 1).Any(position => tokens.Starts[position + 1] - tokens.Ends[position] != 1);

    private static bool HasOdd(TokenBuffer tokens, int first, int count) =>
        Enumerable.Range(first, count).Any(position => tokens.Form(position).Length != tokens.Ends[position] - tokens.Starts[position]);

    private static bool IsAt(List<string> words, TokenBuffer tokens, int first, int next)
    {
        var bytes = Bytes(words);
        var room = new byte[bytes.Length + PlainPhrase.Longest];
        bytes.CopyTo(room, 0);
        Array.Fill(room, (byte)'a', bytes.Length, PlainPhrase.Longest);
        return PlainPhrase.IsAt(ref room[0], bytes.Length, tokens.Narrow, first, next);
    }

    private static byte[] Bytes(IEnumerable<string> words) => System.Text.Encoding.UTF8.GetBytes(string.Concat(words.Select(word => word + '\0')));

    private static TokenBuffer Filled(string text)
    {
        var tokens = new TokenBuffer();
        tokens.Fill(text);
        return tokens;
    }

    private static List<string> Forms(TokenBuffer tokens, int first, int count) =>
        [.. Enumerable.Range(first, count).Where(position => position < tokens.Count).Select(position => tokens.Form(position).ToString())];
}
