using System.Buffers;
using System.Text;
using CsCheck;
using NewsWatch.Formats.Text;
using NewsWatch.Matching.Unicode;
using Xunit;

namespace NewsWatch.UnitTests.Formats.Text;

public sealed class PlainTextTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.OneOf("word", "two words", " ", "  ", "\n", "\n\n", "\t", "\r\n", "\u2028", "\u2029", "\u0085", "\u0093quoted\u0094", "\0", "\uFEFF", "é", "e\u0301", "и", "中", "🙂", "\ud83d", "~", "\u007f", "\u00a0"),
        Gen.Char.Select(c => c.ToString()),
        Gen.Int[250, 260].Select(n => new string('a', n)),
        Gen.Int[120, 130].Select(n => string.Concat(Enumerable.Repeat("a ", n)))).Array[0, 30].Select(string.Concat);

    [Fact]
    public void A_text_is_cleaned_rune_by_rune_whatever_it_is_made_of() => AnyText.Sample(text =>
        PlainText.Line(text) == Slow(text, keepLines: false) && PlainText.Paragraphs(text) == Slow(text, keepLines: true));

    [Fact]
    public void What_is_clean_stays_as_it_is() => AnyText.Sample(text =>
        PlainText.Paragraphs(text) is var clean && PlainText.Paragraphs(clean) == clean && (PlainText.Line(text) is var line && PlainText.Line(line) == line));

    [Fact]
    public void A_plain_run_ends_with_a_word_before_what_is_not_plain()
    {
        var plain = SearchValues.Create("abc ");
        Assert.Equal(["a b", "", "", "ab", "a", ""], ((string[])["a b, c", " a", "", "ab  c", "a ", ",a"]).Select(text => PlainRun.At(text, plain).ToString()));
    }

    private static string Slow(string text, bool keepLines)
    {
        var result = new StringBuilder();
        var (any, lines) = (false, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or 0x2029) lines++;
            any |= rune.Value is 0x2028 or 0x2029 || (Rune.IsWhiteSpace(rune) && rune.Value != 0x85);
            if (rune.Value is 0x2028 or 0x2029 || (Rune.IsWhiteSpace(rune) && rune.Value != 0x85) || (Rune.IsControl(rune) && rune.Value < 0x80) || rune.Value is 0xFEFF or 0xFFFE or 0xFFFF) continue;
            if (any && result.Length > 0) result.Append((keepLines ? lines : 0) switch { 0 => " ", 1 => "\n", _ => "\n\n" });
            (any, lines) = (false, 0);
            result.Append(rune.Value is >= 0x80 and <= 0x9F ? Encoding.GetEncoding(1252).GetString([(byte)rune.Value]) : rune.ToString());
        }

        return NormalFormC.Of(result.ToString());
    }
}
