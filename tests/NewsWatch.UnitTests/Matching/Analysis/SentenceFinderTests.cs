using CsCheck;
using NewsWatch.Matching.Analysis.Sentences;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Analysis;

public sealed class SentenceFinderTests
{
    /// <summary>A bar stands where one sentence ends and the next begins.</summary>
    [Theory]
    [InlineData("It rained. |We stayed in! |Why not?")]
    [InlineData("\u201CGo home.\u201D |She went.")]
    [InlineData("\"Really?\" he asked. |Yes.")]
    [InlineData("Mr. Smith met Gov. Jones. |They spoke.")]
    [InlineData("J. K. Rowling wrote it. |He read it.")]
    [InlineData("He lives in the U.S. |The house is big.")]
    [InlineData("The U.S. Senate voted at 5 p.m. Monday.")]
    [InlineData("Apple Inc. shares rose. |They fell later.")]
    [InlineData("Shares of Acme Inc. |The rest fell.")]
    [InlineData("It rose 3.14 percent to 1.2 million. |Good.")]
    [InlineData("See No. 5 there. |No. |I will not.")]
    [InlineData("Wait... |What? |Well, no")]
    [InlineData("Wait... what is it?")]
    [InlineData("A line\nbreak is no end.\n\n|A blank line is")]
    [InlineData("A heading\r\n\r\n|Then text.")]
    [InlineData("\u4ED6\u8D70\u4E86\u3002|\u5979\u7559\u4E0B\uFF01|\u300C\u771F\u7684\uFF1F\u300D|\u662F")]
    [InlineData("\u0939\u093E\u0901\u0964 |\u0928\u0939\u0940\u0902\u0964")]
    [InlineData("\u0647\u0644\u061F |\u0646\u0639\u0645.")]
    [InlineData("Yahoo!Inc is one (really.) |It is.")]
    public void Sentences_end_where_a_reader_ends_them(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        Assert.Equal(marked.Split('|').Select(part => part.Trim()), Sentences(text));
    }

    [Theory]
    [InlineData("One is here. Two has aid. Three.", "aid", "Two has aid.")]
    [InlineData("Title\n\nFirst has aid\n\nlast", "aid", "First has aid")]
    [InlineData("aid comes first. Then more.", "aid", "aid comes first.")]
    [InlineData("It ends with aid", "aid", "It ends with aid")]
    public void The_sentence_around_a_word_is_found(string text, string word, string expected)
    {
        var (start, length) = SentenceFinder.Around(text, text.IndexOf(word, StringComparison.Ordinal), word.Length);
        Assert.Equal(expected, text.Substring(start, length));
    }

    [Fact]
    public void A_span_across_sentences_gets_all_of_them()
    {
        const string Text = "Zero. He sent lethal. Aid came. Four.";
        var start = Text.IndexOf("lethal", StringComparison.Ordinal);
        var (from, length) = SentenceFinder.Around(Text, start, "lethal. Aid".Length);
        Assert.Equal("He sent lethal. Aid came.", Text.Substring(from, length));
    }

    [Fact]
    public void Any_span_lies_within_its_sentence_but_for_white_space() =>
        Gen.Select(AnyText.String, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((text, first, second) =>
        {
            var (start, end) = (Math.Min(first, second) % (text.Length + 1), Math.Max(first, second) % (text.Length + 1));
            if (start > end) (start, end) = (end, start);
            var (from, length) = SentenceFinder.Around(text, start, end - start);
            var covered = text[start..end].Trim();
            Assert.True(covered.Length == 0 || (from <= start + text[start..end].IndexOf(covered, StringComparison.Ordinal) && from + length >= text[..end].TrimEnd().Length));
        });

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(2, 3)]
    public void A_span_outside_of_the_text_is_refused(int start, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SentenceFinder.Around("four", start, length));

    private static IEnumerable<string> Sentences(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = SentenceFinder.End(text, start);
            yield return text[start..end].Trim();
            start = end;
            while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        }
    }
}
