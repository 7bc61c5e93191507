using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Phrases;

public sealed class PhraseIndexTests
{
    [Theory]
    [InlineData("lethal aid", "The lethal-aid package", 1)]
    [InlineData("lethal aid", "Lethal  aid,\nlethal \u201CAID\u201D", 2)]
    [InlineData("lethal aid", "non-lethal aid", 0)]
    [InlineData("non-lethal aid", "NONLETHAL aid", 1)]
    [InlineData("lethal aid", "non lethal aid", 1)]
    [InlineData("sanctions", "sanctionsx sanction", 0)]
    [InlineData("us", "in the U.S. and the US", 2)]
    [InlineData("\u00E9t\u00E9", "l'\u00C9t\u00E9", 1)]
    [InlineData("\u5236\u88C1", "\u7ECF\u6D4E\u5236\u88C1", 1)]
    [InlineData("aid aid", "aid aid aid", 2)]
    public void A_phrase_stands_where_its_tokens_stand_side_by_side(string phrase, string text, int times) =>
        Assert.Equal(times, Find(Index(phrase), text).Length);

    [Fact]
    public void A_hit_says_where_in_the_original_text()
    {
        const string Text = "More Non\u2011lethal aid\u2019s here";
        var hit = Assert.Single(Find(Index("nonlethal aid"), Text));
        Assert.Equal(new PhraseHit(0, 1, 2, 5, Text.IndexOf(" here", StringComparison.Ordinal)), hit);
    }

    [Fact]
    public void Phrases_that_are_alike_are_each_reported() =>
        Assert.Equal([0, 1, 2], Find(Index("lethal aid", "Lethal-Aid", "l\u00E9thal aid"), "lethal aid").Select(hit => hit.Id).Order());

    [Fact]
    public void Phrases_that_begin_alike_or_overlap_are_each_reported() =>
        Assert.Equal([0, 1, 2, 3], Find(Index("a b", "a b c", "b c", "a b c d"), "a b c d").Select(hit => hit.Id).Order());

    [Fact]
    public void A_phrase_without_a_token_is_not_added()
    {
        var list = new PhraseList();
        Assert.False(list.Add(1, " \u2014 "));
        Assert.False(list.Add(1, Array.Empty<string>()));
        Assert.Equal(0, list.Count);
    }

    [Fact]
    public void Tokens_given_as_forms_are_the_same_phrase()
    {
        var list = new PhraseList();
        list.Add(7, ["nonlethal", "\u0435\u043B\u043A\u0430"]);
        Assert.Equal(7, Assert.Single(Find(PhraseIndex.Build(list), "non-lethal \u0401\u043B\u043A\u0430")).Id);
    }

    [Fact]
    public void Searching_allocates_nothing_once_grown()
    {
        const string Text = "Sanctions and lethal aid, lethal aid and non\u2011lethal aid for l\u2019Ukraine";
        var index = Index("lethal aid", "sanctions", "ukraine", "aid lethal aid and");
        var (tokens, hits) = (new TokenBuffer(), new PhraseHits());
        Search();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Search();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Search()
        {
            if (!index.MayMatch(Text, tokens)) return;
            tokens.Fill(Text);
            index.Find(tokens, hits);
        }
    }

    [Fact]
    public void Nothing_is_found_in_nothing()
    {
        Assert.False(PhraseIndex.Empty.MayMatch("text", new TokenBuffer()));
        Assert.Empty(Find(PhraseIndex.Empty, "text"));
        Assert.Empty(Find(Index("text"), ""));
    }

    [Fact]
    public void An_index_says_when_merging_pays()
    {
        var index = Numbered(0, 10_000);
        Assert.False(index.With(new PhraseList()).WantsMerge);
        var grown = index.With(ListOf(10_000, 5_000));
        Assert.True(grown.WantsMerge);
        Assert.False(grown.Merge().WantsMerge);
        Assert.Equal(15_000, grown.Merge().Count);
    }

    private static PhraseIndex Index(params string[] phrases) => PhraseIndex.Build(SomePhrases.List(SomePhrases.Numbered(phrases)));

    private static PhraseIndex Numbered(int first, int count) => PhraseIndex.Build(ListOf(first, count));

    private static PhraseList ListOf(int first, int count) =>
        SomePhrases.List(Enumerable.Range(first, count).Select(number => KeyValuePair.Create(number, $"phrase {number}")));

    private static PhraseHit[] Find(PhraseIndex index, string text)
    {
        var (tokens, hits) = (new TokenBuffer(), new PhraseHits());
        tokens.Fill(text);
        index.Find(tokens, hits);
        return hits.Items.ToArray();
    }
}
