using CsCheck;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Phrases;

/// <summary>The index finds what the naive search finds, whatever the phrases, the text and the changes.</summary>
public sealed class PhraseIndexPropertyTests
{
    [Fact]
    public void It_finds_what_a_naive_search_finds() => Gen.Select(SomePhrases.Phrases, SomePhrases.Text).Sample((phrases, text) =>
    {
        var numbered = SomePhrases.Numbered(phrases).ToList();
        AssertFinds(NaivePhraseSearch.Find(text, numbered), PhraseIndex.Build(SomePhrases.List(numbered)), text);
    });

    [Fact]
    public void A_text_that_may_not_match_holds_nothing() => Gen.Select(SomePhrases.FewPhrases, SomePhrases.OddText).Sample((phrases, text) =>
    {
        var numbered = SomePhrases.Numbered(phrases).ToList();
        var index = PhraseIndex.Build(SomePhrases.List(numbered));
        Assert.True(index.MayMatch(text, new TokenBuffer()) || !NaivePhraseSearch.Find(text, numbered).Any(), $"'{text}' was thrown out for {string.Join('|', phrases)}");
    }, iter: 3_000);

    [Fact]
    public void Changes_and_merges_find_what_a_new_index_finds() =>
        Gen.Select(SomePhrases.Phrases, SomePhrases.Phrases, SomePhrases.Text, Gen.Int[0, 40].HashSet[0, 10]).Sample((before, added, text, removed) =>
        {
            var old = SomePhrases.Numbered(before).ToList();
            var more = added.Select((phrase, number) => KeyValuePair.Create(20 + number, phrase)).ToList();
            var expected = NaivePhraseSearch.Find(text, old.Where(one => !removed.Contains(one.Key)).Concat(more)).ToList();
            var changed = Big(old).With(SomePhrases.List(more), removed);
            AssertFinds(expected, changed, text);
            AssertFinds(expected, changed.Merge(), text);
            AssertFinds(NaivePhraseSearch.Find(text, old), Big(old), text);
        }, iter: 30);

    [Fact]
    public void Reused_buffers_leave_nothing_behind() => Gen.Select(SomePhrases.Phrases, SomePhrases.Text, SomePhrases.Text).Sample((phrases, first, second) =>
    {
        var index = PhraseIndex.Build(SomePhrases.List(SomePhrases.Numbered(phrases)));
        var (tokens, hits) = (new TokenBuffer(), new PhraseHits());
        tokens.Fill(first);
        index.Find(tokens, hits);
        tokens.Fill(second);
        index.Find(tokens, hits);
        AssertFinds(hits.Items.ToArray(), index, second);
    });

    [Fact]
    public void Among_very_many_phrases_the_same_are_found() => Gen.Select(SomePhrases.Phrases, SomePhrases.Text).Sample((phrases, text) =>
    {
        // With so many the filter of first tokens is left out.
        var numbered = SomePhrases.Numbered(phrases).ToList();
        AssertFinds(NaivePhraseSearch.Find(text, numbered), Big(numbered, 20_000), text);
    }, iter: 60);

    // So many others that a change makes a segment of its own; none of them occurs in a text.
    private static PhraseIndex Big(IEnumerable<KeyValuePair<int, string>> phrases, int others = 5_000) =>
        PhraseIndex.Build(SomePhrases.List(phrases.Concat(Enumerable.Range(0, others).Select(number => KeyValuePair.Create(1_000 + number, $"never {number}")))));

    private static void AssertFinds(IEnumerable<PhraseHit> expected, PhraseIndex index, string text)
    {
        var (tokens, hits) = (new TokenBuffer(), new PhraseHits());
        tokens.Fill(text);
        index.Find(tokens, hits);
        Assert.Equal(Ordered(expected), Ordered(hits.Items.ToArray()));
    }

    private static IEnumerable<PhraseHit> Ordered(IEnumerable<PhraseHit> hits) => hits.OrderBy(hit => hit.Position).ThenBy(hit => hit.Tokens).ThenBy(hit => hit.Id);
}
