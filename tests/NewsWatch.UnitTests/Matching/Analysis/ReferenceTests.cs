using NewsWatch.Matching.Analysis;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Analysis;

/// <summary>The definition is Elasticsearch's: token for token and offset for offset on thousands of texts in 70 languages.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Every_reference_text_has_the_reference_tokens()
    {
        var count = 0;
        foreach (var reference in ReferenceText.ReadAll())
        {
            var expected = reference.Tokens.Select(token => new Token(token[0].GetString()!, token[1].GetInt32(), token[2].GetInt32()));
            Assert.True(expected.SequenceEqual(TextAnalyzer.Analyze(reference.Text)), $"nw_text differs on {reference.Id}");
            Assert.True(reference.Exact.SequenceEqual(Forms(reference.Text, AnalyzerKind.Exact)), $"nw_exact differs on {reference.Id}");
            Assert.True(reference.Stem.SequenceEqual(Forms(reference.Text, AnalyzerKind.Stem)), $"nw_stem differs on {reference.Id}");
            count++;
        }

        Assert.True(count > 6000, $"only {count} reference texts were read");
    }

    private static IEnumerable<string> Forms(string text, AnalyzerKind kind) => TextAnalyzer.Analyze(text, kind).Select(token => token.Text);
}
