using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Gateway.Transfer;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Gateway.Fragments;

public sealed class FragmentUsesTests
{
    private static readonly QueryFragment[] Stored = [Fragment("banks", "barclays"), Fragment("finance", "@banks OR @insurers"), Fragment("insurers", "allianz"), Fragment("money", "@finance")];

    private static readonly Watch[] Watches = [Some.Watch("b", "@banks x"), Some.Watch("a", "title:@MONEY"), Some.Watch("c", "\"@banks\" mail@banks"), Some.Watch("broken", "@insurers AND (")];

    [Fact]
    public void Users_are_direct_ones_and_those_through_others_in_order()
    {
        var uses = new FragmentUses(Stored, Watches);

        Assert.Equivalent(new FragmentUsers(["a", "b"], ["finance", "money"]), uses.Of("banks"), strict: true);
        Assert.Equivalent(new FragmentUsers(["a", "broken"], ["finance", "money"]), uses.Of("insurers"), strict: true);
        Assert.Equivalent(new FragmentUsers(["a"], []), uses.Of("money"), strict: true);
        Assert.Equivalent(new FragmentUsers([], []), uses.Of("nowhere"), strict: true);
    }

    [Fact]
    public void Fragments_that_wrongly_contain_each_other_come_to_an_end()
    {
        var uses = new FragmentUses([Fragment("a", "@b"), Fragment("b", "@a")], [Some.Watch("w", "@a")]);

        Assert.Equal(["a", "b"], uses.Of("a").Fragments);
        Assert.Equal(["w"], uses.Of("b").Watches);
    }

    [Fact]
    public void An_edit_breaks_what_was_right_and_is_not_hindered_by_what_was_wrong_before()
    {
        var exemplary = Some.Watch("exemplary", "@banks") with { Examples = new WatchExampleTexts { Matches = ["Barclays\nhas a new head."] } };
        Watch[] watches = [exemplary, Some.Watch("near", "@finance NEAR/3 sanctions"), Some.Watch("lacking", "@banks @nowhere")];

        Assert.Empty(Edit("banks", "barclays OR hsbc", watches).Broken());
        var red = Assert.Single(Edit("banks", "hsbc", watches).Broken());
        Assert.Equal("exemplary", red.Watch);
        Assert.Contains("text that must match number 1 comes out wrong", red.Why, StringComparison.Ordinal);
        Assert.Equal("near", Assert.Single(Edit("banks", "title:barclays", watches).Broken()).Watch);
        Assert.Equal(["@finance", "@money"], Edit("insurers", "@finance", watches).Broken().Select(b => b.Name).Where(n => n[0] == '@'));
    }

    [Fact]
    public void An_export_puts_what_is_named_before_what_names_it()
    {
        QueryFragment[] fragments = [Fragment("a", "@c @b"), Fragment("b", "x @nowhere"), Fragment("c", "@d"), Fragment("d", "y")];

        Assert.Equal(["d", "c", "b", "a"], FragmentOrder.ReferredFirst(fragments).Select(f => f.Name));
        Assert.Equal(2, FragmentOrder.ReferredFirst([Fragment("a", "@b"), Fragment("b", "@a")]).Count);
    }

    private static FragmentEdit Edit(string name, string query, Watch[] watches) => new(Fragment(name, query), Stored, watches);

    private static QueryFragment Fragment(string name, string query) => new() { Name = name, Query = query, Version = 1 };
}
