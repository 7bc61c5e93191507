using NewsWatch.Gateway.Articles;
using NewsWatch.Gateway.Console.Parts;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Gateway.Console;

public sealed class ResultLineTests
{
    [Theory]
    [InlineData("The sanctions stay.", 0, "The sanctions stay.")]
    [InlineData("The sanctions stay and the", 0, "The sanctions stay and the …")]
    [InlineData("that the sanctions stay.", 40, "… that the sanctions stay.")]
    [InlineData("New sanctions follow. He said “so.”", 40, "New sanctions follow. He said “so.”")]
    [InlineData("关于制裁的讨论。", 12, "… 关于制裁的讨论。")]
    public void A_passage_shows_where_it_was_cut_out_of_a_sentence(string text, int offset, string shown)
    {
        var line = ResultLine.Of(Found(new Highlight("body", text, [[text.Length / 2, 1]], offset)));

        Assert.Equal(shown, string.Concat(Assert.Single(line.Passages).Select(p => p.Text)));
        Assert.Single(line.Passages[0], p => p.IsMarked);
    }

    private static SearchItem Found(Highlight highlight) => SearchItem.From(new FoundArticle(Some.Article(), [highlight]));
}
