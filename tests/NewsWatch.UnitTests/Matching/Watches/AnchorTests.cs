using CsCheck;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches.Anchors;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Watches;

/// <summary>What is looked for first. That no match is ever missed is for <see cref="MeaningTests"/>.</summary>
public sealed class AnchorTests
{
    [Theory]
    [InlineData("\"lethal aid\"", "lethal aid", true)]
    [InlineData("the sanctions", "sanctions", false)]
    [InlineData("\"lethal aid\" OR sanctions", "lethal aid|sanctions", true)]
    [InlineData("title:aid OR sanctions", "aid|sanctions", false)] // hits do not know which of two fields their phrase may stand in
    [InlineData("(aid OR help) \"european commission\"", "european commission", false)]
    [InlineData("a NEAR/8 sanctions NOT lethal", "sanctions", false)]
    [InlineData("=WHO", "who", false)]
    [InlineData("\"bank of * england\"", "bank of", false)]
    [InlineData("sanction*", "sanction*", true)]
    [InlineData("\"lethal san?tion\"", "lethal", false)]
    [InlineData("\"european central bank*\"", "european central bank*", true)]
    [InlineData("\"european central bank*\" AND aid", "european central bank*", false)]
    [InlineData("\"presid* obama\"", "obama", false)]
    [InlineData("san?tion", "san*", false)]
    [InlineData("~sanctions", "sancti*", false)]
    [InlineData("lang:en", "lang=en", false)]
    [InlineData("lang:en aid", "aid", false)]
    [InlineData("\"b aid\"~2", "aid", false)]
    [InlineData("ATLEAST/2(aid OR help)", "aid|help", false)]
    public void The_rarest_of_what_must_be_there_is_chosen(string query, string anchors, bool decides)
    {
        var plan = AnchorPlanner.Plan(WatchQuery.Parse(query).Root);
        Assert.Equal((anchors, decides), (string.Join('|', plan.Anchors.Select(Text)), plan.Decides));
    }

    [Fact]
    public void A_word_starts_with_its_stem_but_for_two_letters() =>
        Gen.Select(Gen.Char['a', 'z'].Array[1, 8].Select(c => new string(c)), Gen.OneOf(
            "", "s", "es", "ies", "ed", "ing", "ly", "ational", "ization", "ibility", "ability", "fulness", "iveness", "ously", "icate", "ative", "ement", "y", "e", "logi", "eed", "sses")).Sample((root, ending) =>
        {
            var word = root + ending;
            var stem = TextAnalyzer.Analyze(word, AnalyzerKind.Stem)[0].Text;
            Assert.StartsWith(stem[..Math.Max(1, stem.Length - 2)], word, StringComparison.Ordinal);
        }, iter: 20_000);

    private static string Text(Anchor anchor) => anchor switch
    {
        PhraseAnchor phrase => string.Join(' ', phrase.Words),
        PrefixAnchor prefix => string.Join(' ', [.. prefix.Words, prefix.Prefix]) + "*",
        ValueAnchor value => $"{NewsWatch.Matching.Fields.Name(value.Field)}={value.Value}",
        _ => "",
    };
}
