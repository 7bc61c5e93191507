using System.Diagnostics;
using System.Globalization;
using CsCheck;
using NewsWatch.Contracts;
using NewsWatch.Ingestion.Articles;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Articles;

public sealed class SubstanceTests
{
    [Theory]
    [InlineData("Talks go on.", "Talks  go on")]
    [InlineData("He said \"no\".", "He said “no”.")]
    [InlineData("Andy Burnham’s plan", "Andy Burnham's plan")]
    [InlineData("Why? Because", "Why - because.", false)]
    [InlineData("First.\n\nSecond.", "First. Second.")]
    [InlineData("Suez charges. Why not Hormuz?", "Suez charges — Why not Hormuz?")]
    [InlineData("Talks go on.\n\nUpdated 3 minutes ago", "Talks go on.\n\nUpdated 14 minutes ago")]
    [InlineData("Last updated: Tue 24 Nov 2026, 10.42 GMT\nTalks go on.", "Last updated: Wed 25 Nov 2026, 11.03 GMT\nTalks go on.")]
    [InlineData("Published 2 hours ago · 5 min read\nTalks go on.", "Talks go on.")]
    [InlineData("Zuletzt aktualisiert\nTalks", "Zuletzt aktualisiert\nTalks.")]
    [InlineData("Aktualisiert vor 3 Minuten\nGespräche", "Aktualisiert vor 1 Stunden\nGespräche")]
    [InlineData("Talks go on.\n12 comments", "Talks go on.\n1,313 Comments")]
    [InlineData("1.2k shares | 340 views\nTalks go on.", "3.4k shares | 1,340 views\nTalks go on.")]
    [InlineData("Talks go on.\n\nADVERTISEMENT\n\nStill.", "Talks go on.\n\nStill.")]
    [InlineData("Talks go on.\nStory continues below advertisement\nStill.", "Talks go on.\nStill.")]
    [InlineData("Talks go on.\nRead more: Something else", "Talks go on.\nRead more: Another thing")]
    [InlineData("The attack was 3 hours ago, he said.", "The attack was 4 hours ago, he said.")]
    public void What_is_the_same_in_substance_has_one_fingerprint(string one, string other, bool same = true) =>
        Assert.Equal(same, Substance.HashOf("T", "", one) == Substance.HashOf("T", "", other));

    [Theory]
    [InlineData("At least 32 dead", "At least 35 dead")]
    [InlineData("Report by who", "Report by WHO")]
    [InlineData("non-lethal aid", "non lethal aid")]
    [InlineData("It costs $5", "It costs €5")]
    [InlineData("Not guilty, he said", "Guilty, he said")]
    [InlineData("The minister updated the law at 10", "The minister updated the plan at 10")]
    [InlineData("Updated rules come on Friday for 3 banks", "Updated rules come on Friday for 3 airlines")]
    [InlineData("Final score\n2-1", "Final score\n2-2")]
    [InlineData("Résumé", "Resume")]
    [InlineData("कि", "का")]
    [InlineData("🙂", "🙁")]
    [InlineData("…", "!")]
    public void What_is_an_edit_has_another(string before, string after)
    {
        Assert.NotEqual(Substance.HashOf(before, "", ""), Substance.HashOf(after, "", ""));
        Assert.NotEqual(Substance.HashOf("T", "", before), Substance.HashOf("T", "", after));
    }

    [Fact]
    public void The_words_are_told_unit_by_unit_whatever_a_text_is_made_of()
    {
        var piece = Gen.OneOf(
            Gen.OneOf("word", "No", "  ", " ", ". ", "-", "’", "'", " - ", "\n", "é", "и", "中", "🙂", "$", "…", "10", "", "\ud83d"),
            Gen.Char.Select(c => c.ToString()),
            Gen.Int[1, 300].Select(n => new string('a', n)));
        var text = piece.Array[0, 40].Select(string.Concat);
        text.Sample(title => Substance.HashOf(title, "", "") == DerivedId.From(SlowWords(title), "", ""));

        // A line break might make a line a counter or a clock, which do not count.
        var line = text.Select(t => t.ReplaceLineEndings("") + " end");
        Gen.Select(line, line, line).Sample((title, summary, body) =>
            Substance.HashOf(title, summary, body) == DerivedId.From(SlowWords(title), SlowWords(summary), SlowWords(body)));
    }

    [Fact]
    public void What_an_archive_holds_is_known_for_ever() =>
        Assert.Equal(DerivedId.From("Talks on non-lethal aid go on", "He didn't say $5", "…"), Substance.HashOf("Talks on “non-lethal”  aid go on.", "He didn’t say: $5!", "…"));

    [Fact]
    public void Texts_made_to_be_slow_are_not()
    {
        string[] hostile = [string.Concat(Enumerable.Repeat("1,", 59)) + "x", "updated " + string.Concat(Enumerable.Repeat("at 1 ", 22)) + "x", new string('-', 119) + "x", string.Concat(Enumerable.Repeat("ago ", 100_000)), string.Concat(Enumerable.Repeat("a  ", 300_000))];
        var started = Stopwatch.GetTimestamp();
        foreach (var line in hostile) Substance.HashOf("T", "", string.Join('\n', Enumerable.Repeat(line, line.Length < 200 ? 200 : 1)));

        // A pattern that tries every way would need years; the bound only has to be far below that.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    /// <summary>Unit by unit, as the summary of <see cref="Substance"/> says it.</summary>
    private static string SlowWords(string text)
    {
        bool Inside(int at) => at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
        char Unit(int at) => text[at] switch
        {
            '-' or '\u2010' or '\u2011' => Inside(at) ? '-' : ' ',
            '\'' or '\u2019' or '\u02BC' => Inside(at) ? '\'' : ' ',
            var unit when char.IsLetter(unit) || char.IsNumber(unit) || char.IsSymbol(unit) && char.GetUnicodeCategory(unit) != UnicodeCategory.ModifierSymbol => unit,
            var unit when char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => unit,
            var unit when char.IsSurrogate(unit) || char.GetUnicodeCategory(unit) == UnicodeCategory.PrivateUse => unit,
            _ => ' ',
        };
        var words = string.Join(' ', string.Concat(Enumerable.Range(0, text.Length).Select(Unit)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? text : words;
    }
}
