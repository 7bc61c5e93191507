using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Testing;
using NewsWatch.Watcher.Matching;
using NewsWatch.Watcher.Watches;
using Xunit;

namespace NewsWatch.UnitTests.Watcher;

public sealed class WatcherTests : IDisposable
{
    private readonly StoredList<Watch> _stored = new();
    private readonly CurrentWatches _current;
    private readonly RaisedLately _raised = new();
    private readonly ArticleMatcher _matcher;

    public WatcherTests()
    {
        _current = new CurrentWatches(_stored, new StoredList<QueryFragment>(), NullLogger<CurrentWatches>.Instance);
        _matcher = new ArticleMatcher(_current, new AlertFactory(new FakeTimeProvider(Some.Time.AddTicks(1_234))), _raised);
    }

    public void Dispose() => _current.Dispose();

    [Fact]
    public async Task An_alert_says_what_held_where_and_in_which_sentence()
    {
        await SetAsync(Some.Watch(query: "\"new sanctions\""));
        var article = Some.Article("A title", "First. The new sanctions begin. Last.");

        var alert = Assert.Single(Match(article));

        Assert.Equal((AlertId.Derive("w", article.Id, 1), "sanctions", Some.Time), (alert.Id, alert.Topic, alert.Raised));
        Assert.Equal(new AlertWatch { Id = "w", Name = "w", Version = 1, Query = "\"new sanctions\"" }, alert.Watch);
        Assert.Equal([new AlertMatch { Field = "body", Start = 11, Length = 13, Text = "new sanctions", Sentence = "The new sanctions begin.", SentenceStart = 7 }], alert.Matches);
        Assert.Equal(Some.TraceParent, alert.TraceParent);
    }

    [Fact]
    public async Task Watches_come_and_go_and_change_and_pause()
    {
        await SetAsync(Some.Watch("a", "first"), Some.Watch("b", "second"));
        Assert.Equal(["a", "b"], Raisers("first second"));

        await SetAsync(Some.Watch("a", "third", version: 2), Some.Watch("b", "second") with { Enabled = false });
        Assert.Empty(Raisers("first second"));
        Assert.Equal(["a"], Raisers("third second"));

        await SetAsync();
        Assert.Empty(Raisers("third second"));
    }

    [Fact]
    public async Task A_watch_that_was_removed_and_made_again_is_the_new_one_although_its_version_is_the_same()
    {
        await SetAsync(Some.Watch("a", "before"));
        await SetAsync(Some.Watch("a", "after"));

        Assert.Empty(Raisers("before"));
        Assert.Equal(["a"], Raisers("after"));
    }

    [Fact]
    public async Task A_stored_watch_that_cannot_be_compiled_stays_out_and_costs_no_other()
    {
        await SetAsync(Some.Watch("a", "first"), Some.Watch("b", "(open", version: 1));
        Assert.Equal(["a"], Raisers("first open"));

        await SetAsync(Some.Watch("a", "(open", version: 2));
        Assert.Empty(Raisers("first open"));
    }

    [Fact]
    public async Task While_the_store_is_away_the_watches_in_force_stay_and_before_the_first_reading_nothing_is_healthy()
    {
        var health = new WatchesHealth(_current);
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
        await SetAsync(Some.Watch("a", "first"));
        _stored.Away = true;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => _current.RefreshAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["a"], Raisers("first"));
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task What_changed_is_read_without_all_the_others()
    {
        await SetAsync(Some.Watch("a", "first"), Some.Watch("b", "second"), Some.Watch("c", "third"));
        var reads = _stored.Reads;

        Store(Some.Watch("a", "other", version: 2), Some.Watch("b", "second") with { Enabled = false }, Some.Watch("d", "fourth"));
        await _current.RefreshAsync(["a", "b", "c", "d", "e"], TestContext.Current.CancellationToken);

        Assert.Equal(reads, _stored.Reads);
        Assert.Equal(["a", "d"], Raisers("first other second third fourth"));
    }

    [Fact]
    public async Task What_changed_into_something_that_cannot_be_compiled_stays_out_and_the_store_away_changes_nothing()
    {
        await SetAsync(Some.Watch("a", "first"), Some.Watch("b", "second"));

        _stored.Away = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _current.RefreshAsync(["a"], TestContext.Current.CancellationToken));
        Assert.Equal(["a", "b"], Raisers("first second"));

        _stored.Away = false;
        Store(Some.Watch("a", "(open", version: 2), Some.Watch("b", "second"));
        await _current.RefreshAsync(["a"], TestContext.Current.CancellationToken);
        Assert.Equal(["b"], Raisers("first open second"));
    }

    [Fact]
    public async Task Before_the_first_reading_of_all_a_change_reads_all()
    {
        Store(Some.Watch("a", "first"), Some.Watch("b", "second"));

        await _current.RefreshAsync(["a"], TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b"], Raisers("first second"));
    }

    [Fact]
    public async Task What_was_raised_lately_is_not_raised_again_but_a_new_revision_is()
    {
        await SetAsync(Some.Watch(query: "sanctions"));
        var alert = Assert.Single(Match(Some.Article()));
        Assert.Single(Match(Some.Article()));

        _raised.Add(alert.Id);
        Assert.Empty(Match(Some.Article()));
        Assert.Single(Match(Some.Article(revision: 2)));
    }

    [Fact]
    public async Task A_frequent_word_gives_its_first_hundred_places()
    {
        await SetAsync(Some.Watch(query: "sanctions"));

        Assert.Equal(100, Assert.Single(Match(Some.Article("T", string.Concat(Enumerable.Repeat("sanctions ", 5_000))))).Matches.Count);
    }

    private async Task SetAsync(params Watch[] watches)
    {
        Store(watches);
        await _current.RefreshAsync(TestContext.Current.CancellationToken);
    }

    private void Store(params Watch[] watches)
    {
        _stored.Items.Clear();
        _stored.Items.AddRange(watches);
    }

    private IEnumerable<string> Raisers(string body) => Match(Some.Article("T", body)).Select(a => a.Watch.Id).Order(StringComparer.Ordinal);

    private List<AlertRaised> Match(Article article)
    {
        var alerts = new List<AlertRaised>();
        _matcher.Match(new IngestedArticle { Article = article, TraceParent = Some.TraceParent }, alerts);
        return alerts;
    }
}
