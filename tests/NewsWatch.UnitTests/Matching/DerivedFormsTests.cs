using System.IO.Compression;
using System.Text.Json;
using NewsWatch.Matching.Analysis;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Matching;

/// <summary>The exact and the stemmed form of a token, worked out from its text form and its place, are what a whole analysis gives.</summary>
public sealed class DerivedFormsTests
{
    [Theory]
    [InlineData("The WHO said non-lethal aid isn't the Biden's U.S. plan; l\u2019Ukraine, co\u00ADoperate, Stra\u00DFe, \u0141\u00F3d\u017A, sanctioning.")]
    [InlineData("\u0421\u0442\u0440\u0430\u043D\u044B \u0432\u0432\u0435\u043B\u0438 \u0441\u0430\u043D\u043A\u0446\u0438\u0438 \u0401\u043B\u043A\u0430. \u5236\u88C1 \u4FC4\u7F57\u65AF \u0627\u0644\u0639\u064E\u0631\u064E\u0628\u064A\u0651\u0629 a_b __ 12-year-old x\u2011ray anti\u2011war")]
    [InlineData("\uD835\uDD38\uD835\uDD39.\uD835\uDD3A \uD800 Zo\u0308e na\u00EFve \u2018quoted\u2019 RE-ELECTED counter-attack A.B.C. it\u2019s\u00AD O\u2019Neill\u2019s")]
    public void Awkward_texts(string text) => Same(text);

    [Fact]
    public void Real_news()
    {
        var corpus = SharedMaterial.Path("data", "corpus-rss2026", "dev.jsonl.gz");
        Assert.SkipWhen(corpus is null, "There is no news to read: ../shared/data/corpus-rss2026 is absent.");
        using var lines = new StreamReader(new GZipStream(File.OpenRead(corpus), CompressionMode.Decompress));
        for (var n = 0; n < 5_000 && lines.ReadLine() is { } line; n++)
        {
            using var item = JsonDocument.Parse(line);
            Same(item.RootElement.GetProperty("title").GetString() ?? "");
            Same(item.RootElement.GetProperty("text").GetString() ?? "");
        }
    }

    private static void Same(string text)
    {
        var tokens = TextAnalyzer.Analyze(text);
        var exact = TextAnalyzer.Analyze(text, AnalyzerKind.Exact);
        var stem = TextAnalyzer.Analyze(text, AnalyzerKind.Stem);
        Span<char> form = stackalloc char[DerivedForms.Longest];
        for (var i = 0; i < tokens.Count; i++)
        {
            var length = DerivedForms.Exact(text.AsSpan(tokens[i].Start..tokens[i].End), form);
            Assert.Equal(exact[i].Text, form[..length].ToString());
            length = DerivedForms.Stem(tokens[i].Text, form);
            Assert.Equal(stem[i].Text, form[..length].ToString());
        }
    }
}
