using NewsWatch.Matching.Analysis;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Matching;

/// <summary>What a real Elasticsearch makes of random text from every script, our analysis makes of it too, token for token and offset for offset.</summary>
public sealed class ElasticsearchAnalysisTests(ElasticsearchServer elasticsearch)
{
    private const int Texts = 300;

    [Theory]
    [InlineData(AnalyzerKind.Text, "nw_text")]
    [InlineData(AnalyzerKind.Exact, "nw_exact")]
    [InlineData(AnalyzerKind.Stem, "nw_stem")]
    public async Task Random_text_is_analysed_alike(AnalyzerKind kind, string analyzer)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var server = await AnalyzeClient.Start(elasticsearch, cancellation);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var count = 0; count < Texts; count++)
        {
            var text = RandomText.Next(random);
            var expected = await server.Analyze(text, analyzer, cancellation);
            Assert.True(expected.SequenceEqual(TextAnalyzer.Analyze(text, kind)), $"{analyzer} differs (seed {seed}) on: {Escaped(text)}");
        }
    }

    private static string Escaped(string text) => string.Concat(text.Select(unit => char.IsAscii(unit) && !char.IsControl(unit) ? unit.ToString() : $"\\u{(int)unit:X4}"));
}
