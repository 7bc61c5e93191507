using Microsoft.Extensions.Logging.Abstractions;
using NewsWatch.Contracts;
using NewsWatch.Matching;
using NewsWatch.Testing;
using NewsWatch.Watcher.Watches;
using Xunit;

namespace NewsWatch.UnitTests.Watcher;

/// <summary>Watches that name fragments follow them; the others are left alone.</summary>
public sealed class WatchedFragmentTests : IDisposable
{
    private readonly StoredList<Watch> _watches = new();
    private readonly StoredList<QueryFragment> _fragments = new();
    private readonly CurrentWatches _current;

    public WatchedFragmentTests() => _current = new CurrentWatches(_watches, _fragments, NullLogger<CurrentWatches>.Instance);

    public void Dispose() => _current.Dispose();

    [Fact]
    public async Task A_watch_follows_the_fragments_it_names_directly_and_through_others()
    {
        _watches.Items.AddRange([Some.Watch("direct", "@banks"), Some.Watch("through", "@finance"), Some.Watch("plain", "barclays OR hsbc")]);
        Set(Fragment("banks", "barclays"), Fragment("finance", "@banks OR insurer"));
        Assert.Equal("direct plain through", await HoldersAsync("barclays"));
        Assert.Equal("plain", await HoldersAsync("hsbc"));

        Set(Fragment("banks", "hsbc", 2), Fragment("finance", "@banks OR insurer"));
        Assert.Equal("direct plain through", await HoldersAsync("hsbc"));
        Assert.Equal("plain", await HoldersAsync("barclays"));
    }

    [Fact]
    public async Task Only_the_watches_whose_fragments_changed_are_compiled_again()
    {
        _watches.Items.AddRange([Some.Watch("a", "@one"), Some.Watch("b", "@two")]);
        Set(Fragment("one", "first"), Fragment("two", "second"));
        await RefreshAsync();
        var before = _current.Snapshot;
        await RefreshAsync();
        Assert.Same(before, _current.Snapshot);

        // A name that nothing asks for changes nothing in the matcher.
        Set(Fragment("one", "first"), Fragment("two", "second"), Fragment("three", "third"));
        await RefreshAsync();
        Assert.Same(before.Matcher, _current.Snapshot.Matcher);

        var fragments = _current.Snapshot.Fragments;
        Assert.True(fragments.Concerns(Some.Watch("a", "@one"), ["one"]));
        Assert.False(fragments.Concerns(Some.Watch("a", "@one"), ["two", "three"]));
        Assert.False(fragments.Concerns(Some.Watch("c", "plain"), ["one"]));
    }

    [Fact]
    public async Task A_watch_that_lacked_its_fragment_holds_as_soon_as_there_is_one_and_not_longer()
    {
        _watches.Items.Add(Some.Watch("w", "@banks"));
        Assert.Equal("", await HoldersAsync("barclays"));

        Set(Fragment("banks", "(broken"));
        Assert.Equal("", await HoldersAsync("barclays"));
        Set(Fragment("banks", "barclays", 2));
        Assert.Equal("w", await HoldersAsync("barclays"));
        Set();
        Assert.Equal("", await HoldersAsync("barclays"));
        Set(Fragment("banks", "barclays"));
        Assert.Equal("w", await HoldersAsync("barclays"));
    }

    [Fact]
    public async Task A_fragment_that_was_removed_and_made_again_is_the_new_one_although_its_version_is_the_same()
    {
        _watches.Items.Add(Some.Watch("w", "@banks"));
        Set(Fragment("banks", "barclays"));
        await RefreshAsync();
        Set(Fragment("banks", "hsbc"));

        Assert.Equal("w", await HoldersAsync("hsbc"));
        Assert.Equal("", await HoldersAsync("barclays"));
    }

    [Fact]
    public async Task A_watch_that_stops_naming_a_fragment_no_longer_follows_it()
    {
        _watches.Items.Add(Some.Watch("w", "@banks"));
        Set(Fragment("banks", "barclays"));
        await RefreshAsync();
        _watches.Items[0] = Some.Watch("w", "barclays", version: 2);
        await RefreshAsync();
        var before = _current.Snapshot.Matcher;

        Set(Fragment("banks", "hsbc", 2));
        Assert.Equal("w", await HoldersAsync("barclays"));
        Assert.Same(before, _current.Snapshot.Matcher);
    }

    [Fact]
    public async Task A_changed_watch_that_names_a_fragment_is_read_with_it()
    {
        _watches.Items.Add(Some.Watch("w", "plain"));
        await RefreshAsync();

        _watches.Items[0] = Some.Watch("w", "@banks", version: 2);
        Set(Fragment("banks", "barclays"));
        await _current.RefreshAsync(["w"], TestContext.Current.CancellationToken);

        Assert.Equal("w", Holders("barclays"));
    }

    [Fact]
    public async Task Where_no_watch_names_a_fragment_none_are_read()
    {
        _watches.Items.Add(Some.Watch("w", "barclays"));
        Set(Fragment("banks", "barclays"));
        await RefreshAsync();

        Assert.Equal(0, _fragments.Reads);
    }

    private static QueryFragment Fragment(string name, string query, int version = 1) => new() { Name = name, Query = query, Version = version, Created = Some.Time, Updated = Some.Time };

    private void Set(params QueryFragment[] fragments)
    {
        _fragments.Items.Clear();
        _fragments.Items.AddRange(fragments);
    }

    private Task RefreshAsync() => _current.RefreshAsync(TestContext.Current.CancellationToken);

    private async Task<string> HoldersAsync(string body)
    {
        await RefreshAsync();
        return Holders(body);
    }

    private string Holders(string body)
    {
        var holders = new List<string>();
        _current.Snapshot.Matcher.Match(new Document { Body = body }, holders, static (id, _, found) => found.Add(id));
        return string.Join(' ', holders.Order(StringComparer.Ordinal));
    }
}
