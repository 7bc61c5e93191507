using System.Runtime.Intrinsics.X86;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Phrases;

/// <summary>The filter over the raw text: it may say yes too often, never no where a phrase stands.</summary>
public sealed class RawTextFilterTests
{
    // Where the processor cannot look up many bytes at once there is no filter and every text may match.
    [Theory]
    [InlineData("lethal aid", "They sent nothing at all to the front this week, officials said on Monday in a statement.")]
    [InlineData("gulf war", "The gulf between the two parties has never been wider, a senior member of parliament said.")]
    [InlineData("lethal aid", "It was a lethal mistake to send aid so late, the minister told reporters after the vote.")]
    [InlineData("sanctions", "A sanctionsx is no word, and neither is xsanctions; both are here to fill a whole block.")]
    [InlineData("debt rescheduling", "They talk about rescheduling, and the talks on rescheduling its debt go on without an end.")]
    [InlineData("rescheduling", "They talk about scheduling, and about scheduling, and never about anything but scheduling.")]
    [InlineData("sanctions", "\u00A9 2026 A paper, by its reporters: the weather stays as it was, and so does everything else.")]
    [InlineData("sanctions", "\u0421\u0430\u043D\u043A\u0446\u0438\u0438 \u043F\u0440\u043E\u0442\u0438\u0432 \u0420\u043E\u0441\u0441\u0438\u0438")]
    [InlineData("sanctions", "\u5236\u88C1 \U0001F44D \u05E9\u05DC\u05D5\u05DD \uD55C\uAD6D \u30C6\u30B9\u30C8")]
    public void Most_texts_need_no_analysis(string phrase, string text) => Assert.Equal(!(Avx512Vbmi.IsSupported || Avx2.IsSupported), Index(phrase).MayMatch(text, new TokenBuffer()));

    [Theory]
    [InlineData("lethal aid", "They sent lethal - aid")]
    [InlineData("nonlethal aid", "They sent non-lethal aid")]
    [InlineData("rescheduling", "They talk of re-scheduling")]
    [InlineData("counterterrorism", "They talk of counter-terrorism")]
    [InlineData("counteroffensive", "They talk of a counter-offensive")]
    [InlineData("nato", "In N.A.T.O. and elsewhere they talk of nothing but the weather, the weather and the weather.")]
    [InlineData("lethal aid", "They sent l\u00E9thal aid")]
    [InlineData("gulf war", "the Gulf's war")]
    [InlineData("gulf ukraine", "the gulf l'Ukraine")]
    [InlineData("president gulf", "the president's gulf")]
    [InlineData("president gulf", "the president\u2019s gulf")]
    [InlineData("gulf us", "the gulf U.S.")]
    [InlineData("gulf snake", "gulf _ snake")]
    [InlineData("debt rescheduling", "debt-re-scheduling")]
    [InlineData("rescheduling talks", "re-scheduling talks")]
    [InlineData("counterreschedule", "a counter-re-schedule")]
    [InlineData("sanctions", "sanc\u200Btions")]
    [InlineData("sanctions", "\u00A9sanctions")]
    [InlineData("sanctions", "\U0001F44Dsanctions\U0001F44D")]
    [InlineData("sanctions", "\u5236sanctions\u88C1")]
    [InlineData("gulf _aid", "the gulf _aid")]
    [InlineData("aid_ gulf", "the aid_ gulf")]
    [InlineData("gulf aid", "the gulf co-ll'aid")]
    [InlineData("aid gulf", "the co-ll'aid gulf")]
    [InlineData("strasse", "die Stra\u00DFe")]
    [InlineData("\u5236\u88C1", "all \u5236\u88C1 of it")]
    [InlineData("\u0441\u0430\u043D\u043A\u0446\u0438\u0438", "\u0421\u0430\u043D\u043A\u0446\u0438\u0438")]
    public void A_text_with_the_phrase_always_may(string phrase, string text) => Assert.True(Index(phrase).MayMatch(text, new TokenBuffer()));

    [Theory]
    [InlineData("debt rescheduling", "debt", "re-scheduling")]
    [InlineData("debt rescheduling", "debt ", "re-scheduling")]
    [InlineData("rescheduling", "", "re-scheduling")]
    [InlineData("debt scheduling", "debt ", "scheduling")]
    public void A_long_run_of_marks_before_a_word_is_no_word(string phrase, string before, string after)
    {
        foreach (var mark in "-=_\n.") Assert.True(Index(phrase).MayMatch(before + new string(mark, 197) + (mark == '_' ? " " : "") + after, new TokenBuffer()));
    }

    [Fact]
    public void No_character_hides_a_phrase()
    {
        var index = Index("sanctions", "debt rescheduling", "strasse", "gulf war");
        var (tokens, hits) = (new TokenBuffer(), new PhraseHits());
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var one = (char)unit;
            foreach (var text in new[] { $"{one}sanctions", $"sanctions{one}", $"s{one}nctions", $"sanc{one}tions", $"debt{one}re{one}-scheduling", $"debt re-{one}scheduling", $"stra{one}e", $"gulf {one} war", $"\u0627{one}sanctions", $"\u0627{one} sanctions", $"debt \u0627{one}-re-scheduling" })
            {
                var may = index.MayMatch(text, tokens);
                tokens.Fill(text);
                index.Find(tokens, hits);
                Assert.True(may || hits.Items.IsEmpty, $"'{text}' was thrown out, with U+{unit:X4}");
            }
        }
    }

    [Theory]
    [InlineData("lethal")]
    [InlineData("lethal aid")]
    public void A_word_cut_off_a_very_long_one_counts(string phrase) =>
        Assert.True(Index(phrase).MayMatch(new string('x', 255) + "lethal aid", new TokenBuffer()));

    [Theory]
    [InlineData("aid lethal")]
    [InlineData("lethal aid")]
    public void A_neighbour_cut_off_a_very_long_one_counts(string phrase) =>
        Assert.True(Index(phrase).MayMatch($"{new string('x', 255)}aid lethal {new string('y', 255)} lethal aid{new string('z', 252)}", new TokenBuffer()));

    [Fact]
    public void Where_a_phrase_has_no_telling_word_every_text_may() => Assert.True(Index("the us", "sanctions").MayMatch("weather", new TokenBuffer()));

    private static PhraseIndex Index(params string[] phrases) => PhraseIndex.Build(SomePhrases.List(SomePhrases.Numbered(phrases)));
}
