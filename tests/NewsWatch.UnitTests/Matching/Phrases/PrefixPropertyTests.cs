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
    public void Phrases_that_end_in_a_prefix_are_found_by_their_end() =>
        Gen.Select(Gen.Select(SomePhrases.Words.Array[0, 3], Prefix).Array[1, 12], Prefix.Array[0, 3], Text).Sample((endings, alone, text) =>
        {
            var list = new PhraseList();
            var expected = Naive(text, alone, 100);
            for (var number = 0; number < alone.Length; number++) list.AddPrefix(100 + number, alone[number]);
            for (var number = 0; number < endings.Length; number++)
            {
                var words = endings[number].Item1.SelectMany(word => TextAnalyzer.Analyze(word)).Select(token => token.Text).ToList();
                list.AddPrefix(number, words, endings[number].Item2);
                expected = expected.Concat(Naive(text, words, endings[number].Item2, number));
            }

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

    private static IEnumerable<PhraseHit> Naive(string text, string[] prefixes, int firstId) =>
        prefixes.SelectMany((prefix, number) => Naive(text, [], prefix, firstId + number));

    private static IEnumerable<PhraseHit> Naive(string text, List<string> words, string prefix, int id)
    {
        var tokens = TextAnalyzer.Analyze(text);
        for (var last = words.Count; last < tokens.Count; last++)
        {
            var first = last - words.Count;
            if (tokens[last].Text.StartsWith(prefix, StringComparison.Ordinal) && tokens.Skip(first).Take(words.Count).Select(token => token.Text).SequenceEqual(words))
                yield return new(id, first, words.Count + 1, tokens[first].Start, tokens[last].End);
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
