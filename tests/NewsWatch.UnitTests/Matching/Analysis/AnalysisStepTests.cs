using NewsWatch.Matching.Analysis;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Analysis;

/// <summary>What each step of the definition does, seen from outside. Tokens are written with a bar between them.</summary>
public sealed class AnalysisStepTests
{
    [Theory]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth \uFEFFword\u2060joiner", "softhyphen|zerowidth|wordjoiner")]
    [InlineData("O\u2019Neil O\uFF07Neil O\u02BCNeil", "o'neil|o'neil|o'neil")]
    [InlineData("\u0645\u0640\u0640\u062D\u064E\u0645\u064F\u062F", "\u0645\u062D\u0645\u062F")]
    [InlineData("\u0623\u062D\u0645\u062F \u0625\u0644\u0649", "\u0627\u062D\u0645\u062F|\u0627\u0644\u064A")]
    [InlineData("\u0401\u043B\u043A\u0430 \u03C3\u03B1\u03C2", "\u0435\u043B\u043A\u0430|\u03C3\u03B1\u03C3")]
    [InlineData("\u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD", "\u05E9\u05DC\u05D5\u05DD")]
    public void Characters_are_dropped_or_made_alike(string text, string expected) => Assert.Equal(expected, Text(text));

    [Theory]
    [InlineData("non-lethal aid", "nonlethal|aid")]
    [InlineData("NON\u2011LETHAL", "nonlethal")]
    [InlineData("re-re-elected", "rereelected")]
    [InlineData("anti-", "anti")]
    [InlineData("non-3", "non|3")]
    [InlineData("canon-law", "canon|law")]
    [InlineData("pre-war", "prewar")]
    [InlineData("pro-Russian", "pro|russian")]
    [InlineData("non\u2013lethal", "non|lethal")]
    [InlineData("non lethal", "non|lethal")]
    [InlineData("ANT\u0130-x \u017Femi-x", "antix|semix")]
    public void Prefixes_are_joined(string text, string expected) => Assert.Equal(expected, Text(text));

    [Theory]
    [InlineData("12-year-old 3,000,000 z.com AT&T snake_case", "12|year|old|3,000,000|z.com|at|t|snake_case")]
    [InlineData("\u65E5\u672C\u8A9E\u30C6\u30B9\u30C8\u3067\u3059", "\u65E5|\u672C|\u8A9E|\u30C6\u30B9\u30C8|\u3067|\u3059")]
    [InlineData("\uD55C\uAD6D\uC5B4 \uB274\uC2A4", "\uD55C\uAD6D\uC5B4|\uB274\uC2A4")]
    [InlineData("\u0E20\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22abc", "\u0E20\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22|abc")]
    [InlineData("\U0001F44D a\U0001F44Db", "\U0001F44D|a|\U0001F44D|b")]
    [InlineData("\U0001F1FA\U0001F1F8\U0001F1E6", "\U0001F1FA\U0001F1F8")]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F468\u200D\U0001F469\u200D\U0001F467")]
    [InlineData("\u05E6\u05D4\"\u05DC", "\u05E6\u05D4\"\u05DC")]
    public void Words_are_cut_as_unicode_and_lucene_cut_them(string text, string expected) => Assert.Equal(expected, Text(text));

    [Theory]
    [InlineData("Biden's CHINA'S it's", "biden|china|it")]
    [InlineData("l'Ukraine L\u2019\u00C9t\u00E9 dell'Ucraina qu'il", "ukraine|ete|ucraina|il")]
    [InlineData("aujourd'hui o'clock", "aujourd'hui|o'clock")]
    [InlineData("U.S. U.N. J.K. A.B.C.D.E.F", "us|un|jk|abcdef")]
    [InlineData("A.B.C.D.E.F.G a.b1 U.S.'s", "a.b.c.d.e.f.g|a.b1|us|s")]
    [InlineData("\u0141\u00F3d\u017A Stra\u00DFe \uFF11\uFF12 \u0130stanbul", "lodz|strasse|12|istanbul")]
    public void Words_become_their_normal_form(string text, string expected) => Assert.Equal(expected, Text(text));

    [Theory]
    [InlineData("WHO's \u00C9t\u00E9 U.S.", "WHO|\u00C9t\u00E9|US")]
    [InlineData("L'OR\u00C9AL", "OR\u00C9AL")]
    public void The_exact_form_keeps_case_and_accents(string text, string expected) => Assert.Equal(expected, Forms(text, AnalyzerKind.Exact));

    [Theory]
    [InlineData("sanctions sanctioned sanctioning", "sanction|sanction|sanction")]
    [InlineData("relational conditional happily feudalism", "relat|condit|happili|feudal")]
    [InlineData("hopping hoping agreed bled skies", "hop|hope|agre|bled|ski")]
    [InlineData("as is ties by syzygy", "as|is|ti|by|syzygi")]
    public void The_stem_is_porters(string text, string expected) => Assert.Equal(expected, Forms(text, AnalyzerKind.Stem));

    private static string Text(string text) => Forms(text, AnalyzerKind.Text);

    private static string Forms(string text, AnalyzerKind kind) => string.Join('|', TextAnalyzer.Analyze(text, kind).Select(token => token.Text));
}
