using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Language;

public sealed class ParsedFragmentTests
{
    private static readonly FragmentSet Others = new([new("banks", 3, "Barclays OR \"Deutsche Bank\""), new("finance", 1, "@banks OR insurer*"), new("noise", 2, "-sport -weather")]);

    [Fact]
    public void A_fragment_may_hold_for_every_article_as_a_query_may_not()
    {
        var fragment = Parse("new", "-sport @finance");
        Assert.Equal([new FragmentUse("finance", 1), new FragmentUse("banks", 3)], fragment.Fragments);
        Assert.Equal(WatchQuery.Parse("NOT sport AND @finance", Others).Root, fragment.Root);

        Assert.NotEqual("", Parse("quiet", "-sport -weather").Explain());
        Assert.Throws<QuerySyntaxException>(() => WatchQuery.Parse("-sport -weather"));
    }

    [Theory]
    [InlineData("banks", "a OR @finance", 6, "The fragment contains itself: @banks → @finance → @banks.")]
    [InlineData("self", "@self", 1, "The fragment contains itself: @self → @self.")]
    [InlineData("new", "a OR (", 7, "The query ends after '('.")]
    [InlineData("new", "a OR @nowhere", 6, "There is no fragment @nowhere")]
    public void What_cannot_be_read_is_shown_in_its_own_text(string name, string text, int column, string reason)
    {
        var error = Assert.Throws<QuerySyntaxException>(() => Parse(name, text));
        Assert.Equal(column, error.Column);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("banks", true)]
    [InlineData("a-b_9", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("@banks", false)]
    [InlineData("Banks", false)]
    [InlineData("my banks", false)]
    [InlineData("bänke", false)]
    public void A_name_has_few_letters(string? name, bool good) => Assert.Equal(good, FragmentNames.Problem(name) is null);

    [Fact]
    public void A_name_has_at_most_64_letters()
    {
        Assert.Null(FragmentNames.Problem(new string('a', 64)));
        Assert.Contains("not 65", FragmentNames.Problem(new string('a', 65)), StringComparison.Ordinal);
        Assert.Equal(new string('a', 64), Assert.Single(FragmentNames.In("@" + new string('a', 64))));
    }

    [Theory]
    [InlineData("@banks OR (title:@Banks NOT @noise)", "banks noise")]
    [InlineData("\"@banks\" mail@banks.example", "")]
    [InlineData("@banks AND (", "banks")]
    [InlineData("@banks \"open", "")]
    public void The_names_in_a_query_are_those_that_reading_it_asks_for(string query, string names) =>
        Assert.Equal(names, string.Join(' ', FragmentNames.In(query)));

    private static ParsedFragment Parse(string name, string text) => ParsedFragment.Parse(new Fragment(name, 1, text), Others);
}
