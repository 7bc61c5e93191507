using CsCheck;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Phrases;

/// <summary>Beginnings of words, alone and among phrases, are found where a naive search finds them.</summary>
public sealed class PrefixPropertyTests
{
    private static readonly Gen<string> Prefix = Gen.OneOf(
        "l", "le", "let", "leth", "lethal", "nonl", "nonlethal", "sanct", "sanctions", "resanct", "gu", "gulf", "presid", "u", "us", "ete", "stras", "\u0435\u043B", "\u5236", "12", "3,0", "snake_",
        "countercoun", "\uD83D\uDC4D", "averyver", "averyvery", "sanction", "sanctione", "averyveryverylongwordthat");

    private static readonly Gen<string> Text = Gen.Select(SomePhrases.Text, Gen.OneOf("", " averyveryverylongwordthatgoeson ", " sanctioned-presidential ", " l'Etendard U.S.A.'s "))
        .Select((text, more) => text + more);

    [Fact]
    public void Prefixes_and_phrases_are_found_side_by_side() =>
        Gen.Select(Prefix.Array[1, 12], SomePhrases.Phrases, Text).Sample((prefixes, phrases, text) =>
        {
            var list = SomePhrases.List(SomePhrases.Numbered(phrases));
            for (var number = 0; number < prefixes.Length; number++) list.AddPrefix(100 + number, prefixes[number]);
            var expected = NaivePhraseSearch.Find(text, SomePhrases.Numbered(phrases)).Concat(Naive(text, prefixes, 100));
            AssertFinds(expected, PhraseIndex.Build(list), text);
        });

    [Fact]
    public void A_text_that_may_not_match_holds_no_prefix() => Gen.Select(Prefix.Array[1, 4], Text).Sample((prefixes, text) =>
        Assert.True(Index(prefixes).MayMatch(text, new TokenBuffer()) || !Naive(text, prefixes, 0).Any(), $"'{text}' was thrown out for {string.Join('|', prefixes)}"), iter: 3_000);

    [Fact]
    public void Ids_that_share_a_prefix_come_and_go_one_by_one() =>
        Gen.Select(Gen.OneOf("gulf", "sanct", "l").Array[2, 20], Gen.Int[0, 30].HashSet[0, 10], Text).Sample((prefixes, removed, text) =>
        {
            var expected = Naive(text, prefixes, 0).Where(hit => !removed.Contains(hit.Id)).ToList();
            var changed = Index(prefixes).With(new PhraseList(), removed);
            AssertFinds(expected, changed, text);
            AssertFinds(expected, changed.Merge(), text);
        }, iter: 200);

    [Theory]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void A_prefix_has_1_to_63_units(string prefix) => Assert.Throws<ArgumentOutOfRangeException>(() => new PhraseList().AddPrefix(1, prefix));

    private static PhraseIndex Index(string[] prefixes)
    {
        var list = new PhraseList();
        for (var number = 0; number < prefixes.Length; number++) list.AddPrefix(number, prefixes[number]);
        return PhraseIndex.Build(list);
    }

    private static IEnumerable<PhraseHit> Naive(string text, string[] prefixes, int firstId)
    {
        var tokens = TextAnalyzer.Analyze(text);
        for (var number = 0; number < prefixes.Length; number++)
        {
            for (var position = 0; position < tokens.Count; position++)
            {
                if (tokens[position].Text.StartsWith(prefixes[number], StringComparison.Ordinal)) yield return new(firstId + number, position, 1, tokens[position].Start, tokens[position].End);
            }
        }
    }

    private static void AssertFinds(IEnumerable<PhraseHit> expected, PhraseIndex index, string text)
    {
        var (tokens, hits) = (new TokenBuffer(), new PhraseHits());
        tokens.Fill(text);
        index.Find(tokens, hits);
        Assert.Equal(Ordered(expected), Ordered(hits.Items.ToArray()));
    }

    private static IEnumerable<PhraseHit> Ordered(IEnumerable<PhraseHit> hits) => hits.OrderBy(hit => hit.Position).ThenBy(hit => hit.Tokens).ThenBy(hit => hit.Id);
}
