using System.Text;
using CsCheck;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Analysis.Narrow;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Analysis;

/// <summary>The vectorised path gives what the exact path gives, wherever it takes a text at all.</summary>
public sealed class NarrowPathTests
{
    [ThreadStatic]
    private static NarrowTokens? _narrow;

    [ThreadStatic]
    private static ExactTokens? _exact;

    private static readonly Gen<string> Pieces = Gen.OneOf(
        "aid", "The", "U.S.", "x's", "l'", "o'neil", "non-", "ANTI-", "pro-", "-", "_", "__", "'", "\u2019", "\u2019s", ".", ",", ":", ";", "3", "3,5", "1.2", "a1", "\u00E9", "\u00DF", "\u0153",
        "\u0451", "\u044F", "\u0627", "\u0627\u064B", "\u044F\u00AD", "\u0639\u0640\u0651", "\u2014", "\u201C", "\u2011", "\u00BD", "\u00A0", "\0", "*", "#", "\"", " ", " ", " ", "\n", "averyveryverylongword", "\u0130", "\u017F", "q");

    // Behind most of these the vectorised path gives up, so they are rare.
    private static readonly Gen<string> Doubtful = Gen.OneOf("\u064B", "\u0640", "\u00AD", "\u05B0", "\u0660", "\uFFFF", "\u0301");

    private static readonly Gen<string> Texts = Pieces.Array[0, 120].Select(string.Concat);

    private static readonly Gen<string> DoubtfulTexts =
        from before in Pieces.Array[0, 30]
        from doubtful in Doubtful
        from after in Pieces.Array[0, 30]
        select string.Concat([.. before, doubtful, .. after]);

    [Fact]
    public void Both_paths_agree() => Texts.Sample(text => Assert.True(Compare(text)), iter: 5_000);

    [Fact]
    public void Both_paths_agree_where_one_may_give_up()
    {
        var compared = 0;
        DoubtfulTexts.Sample(
            text =>
            {
                if (Compare(text)) Interlocked.Increment(ref compared);
            },
            iter: 5_000);
        Assert.True(compared > 100, $"Only {compared} texts took the vectorised path.");
    }

    [Fact]
    public void Both_paths_agree_on_any_text() => AnyText.String.Sample(text => { _ = Compare(text); }, iter: 2_000);

    [Fact]
    public void Both_paths_agree_on_every_unit()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var one = (char)unit;
            Compare($"aid {one} a{one}d {one}s non-{one} {one}{one}'s");
            Compare($"\u0627{one} \u0627{one}\u0627 \u0627{one}{one}. \u0627{one}non-x \u0627{one}-x \u0627{one}'s \u0627{one}_ \u0627{one}1");
        }
    }

    [Fact]
    public void A_letter_that_folds_to_a_capital_is_a_word() => Assert.Equal(["a", "G", "GG", "Google"], TextAnalyzer.Analyze("a \u0262 \u0262\u0262 \u0262oogle").Select(token => token.Text));

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(128)]
    public void Both_paths_agree_where_blocks_meet(int length)
    {
        foreach (var piece in new[] { "ab", "a'b", "1,2", "non-x", "a_b", "\u00DFx", "a.b.c", "__", "\u0627\u064B", "\u0627\u064B\u0640\u0627", "\u064B\u0627" })
        {
            for (var shift = 0; shift < 6; shift++) Compare(new string(' ', length - shift) + piece);
            for (var shift = 0; shift < 6; shift++) Compare(new string('a', length - shift) + piece);
            for (var shift = 0; shift < 6; shift++) Compare(new string('\u0627', length - shift) + piece);
        }
    }

    [Theory]
    [InlineData("plain English, with 'quotes' and U.S. dots")]
    [InlineData("Il a dit\u00A0: \u00AB\u00A0L\u2019\u00C9t\u00E9\u00A0\u00BB \u2014 Stra\u00DFe")]
    [InlineData("\u0421\u0430\u043D\u043A\u0446\u0438\u0438 \u0401\u043B\u043A\u0430")]
    [InlineData("\u0623\u064A\u0636\u0627\u064B. \u0645\u062D\u0645\u0651\u064E\u062F \u0639\u0640\u0640\u0644\u064A")]
    public void News_in_alphabets_takes_the_vectorised_path(string text) => Assert.True(new NarrowTokens().TryFill(text));

    [Theory]
    [InlineData("\u5236\u88C1")]
    [InlineData("soft\u00ADhyphen")]
    [InlineData("a\u0301")]
    [InlineData("\U0001F44D")]
    public void What_it_cannot_take_it_refuses(string text) => Assert.False(new NarrowTokens().TryFill(text));

    // Buffers are used again and again, as they are in use.
    private static bool Compare(string text)
    {
        var narrow = _narrow ??= new NarrowTokens();
        if (!narrow.TryFill(text)) return false;
        var exact = _exact ??= new ExactTokens();
        exact.Fill(text, AnalyzerKind.Text);
        Assert.Equal(exact.Starts.ToArray(), narrow.Starts.ToArray());
        Assert.Equal(exact.Ends.ToArray(), narrow.Ends.ToArray());
        Assert.Equal(exact.Hashes.ToArray(), narrow.Hashes.ToArray());
        for (var position = 0; position < narrow.Count; position++)
        {
            var form = narrow.TryGetSimple(position, out var bytes, out var units) ? Encoding.Latin1.GetString(bytes) : units.ToString();
            Assert.Equal(exact.Form(position).ToString(), form);
        }

        return true;
    }
}
