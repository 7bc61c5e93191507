using NewsWatch.Gateway.Console.Articles;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Gateway.Console;

public sealed class RevisionDiffTests
{
    [Fact]
    public void A_changed_word_is_shown_in_its_paragraph_and_other_paragraphs_are_not()
    {
        var before = Some.Article(body: "It stays.\n\nThe ferry sails twice a day.");
        var after = Some.Article(body: "It stays.\n\nThe ferry sails three times a day.");

        var change = Assert.Single(RevisionDiff.Between(before, after));
        Assert.Equal("body", change.Field);
        var paragraph = Assert.Single(change.Paragraphs);
        Assert.Equal("The ferry sails twice a day.", string.Concat(paragraph.Where(p => p.Kind != ChangeKind.Added).Select(p => p.Text)));
        Assert.Equal("The ferry sails three times a day.", string.Concat(paragraph.Where(p => p.Kind != ChangeKind.Removed).Select(p => p.Text)));
    }

    [Fact]
    public void A_new_paragraph_is_added_whole_and_a_changed_title_is_a_change_of_its_own()
    {
        var changes = RevisionDiff.Between(Some.Article("Old title", "First."), Some.Article("New title", "First.\n\nSecond."));

        Assert.Equal(["title", "body"], changes.Select(c => c.Field));
        Assert.Equal([new ChangedPiece("Second.", ChangeKind.Added)], Assert.Single(changes[1].Paragraphs));
    }

    [Fact]
    public void Equal_texts_have_no_changes() => Assert.Empty(RevisionDiff.Between(Some.Article(), Some.Article()));
}
