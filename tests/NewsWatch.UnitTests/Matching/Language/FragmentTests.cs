using NewsWatch.Matching;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Matching.Language.Tree;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Language;

public sealed class FragmentTests
{
    private static readonly FragmentSet Fragments = new(
    [
        new("banks", 3, "Barclays OR \"Deutsche Bank\""), new("finance", 1, "@banks OR insurer*"), new("noise", 2, "-sport -weather"),
        new("west", 1, "en OR fr"), new("loop", 1, "a OR @pool"), new("pool", 1, "@loop"), new("self", 1, "@self"), new("broken", 1, "a OR OR b"), new("fielded", 1, "title:x"),
    ]);

    [Fact]
    public void The_tree_keeps_the_reference_and_its_version()
    {
        var query = WatchQuery.Parse("@Finance sanctions", Fragments);
        Assert.Equal("@finance AND sanctions", query.ToCanonicalText());
        Assert.Equal([new FragmentUse("finance", 1), new FragmentUse("banks", 3)], query.Fragments);
        Assert.Equal(query.Root, WatchQuery.Parse(query.ToCanonicalText(), Fragments).Root);
    }

    [Fact]
    public void A_fragment_stands_wherever_its_tree_may()
    {
        Assert.IsType<NearNode>(WatchQuery.Parse("@banks NEAR/5 sanctions", Fragments).Root);
        Assert.Equal(Field.Lang, Assert.IsType<FieldNode>(WatchQuery.Parse("lang:@west", Fragments).Root).Field);
        Assert.Equal("@banks AND @noise", WatchQuery.Parse("@banks @noise", Fragments).ToCanonicalText());
        Assert.Contains("a field", Error("@fielded NEAR/2 x").Message, StringComparison.Ordinal);
        Assert.Contains("In @fielded", Error("body:@fielded").Message, StringComparison.Ordinal);
        Assert.Contains("lacks something", Error("@noise").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x @loop", 3, "@loop → @pool → @loop")]
    [InlineData("@self", 1, "@self → @self")]
    [InlineData("x OR @broken", 6, "In @broken: 'OR' follows 'OR'. Column 6")]
    [InlineData("@nowhere", 1, "There is no fragment @nowhere")]
    public void A_bad_fragment_is_refused_where_it_is_named(string query, int column, string reason)
    {
        var error = Error(query);
        Assert.Equal(column, error.Column);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragments_that_multiply_are_refused()
    {
        var doubling = Enumerable.Range(1, 40).Select(i => new Fragment($"f{i}", 1, $"@f{i - 1} OR @f{i - 1}")).Append(new("f0", 1, "a"));
        Assert.Contains("too large", Assert.Throws<QuerySyntaxException>(() => WatchQuery.Parse("@f30", new FragmentSet(doubling))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragments_that_pile_up_are_refused()
    {
        var text = "";
        var pile = new List<Fragment> { new("p0", 1, "a") };
        for (var i = 1; i < 200; i++)
        {
            pile.Add(new($"p{i}", 1, $"NOT (b OR NOT (c @p{i - 1}))"));
            text += $"@p{i} OR ";
        }

        Assert.Contains("nested too deeply", Assert.Throws<QuerySyntaxException>(() => WatchQuery.Parse(text + "x", new FragmentSet(pile))).Message, StringComparison.Ordinal);
    }

    private static QuerySyntaxException Error(string query) => Assert.Throws<QuerySyntaxException>(() => WatchQuery.Parse(query, Fragments));
}
