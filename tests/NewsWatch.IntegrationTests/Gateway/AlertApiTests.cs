using System.ServiceModel.Syndication;
using System.Xml;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Gateway;

/// <summary>From a pushed article to its alert in every form; each test has a topic and a word of its own.</summary>
public sealed class AlertApiTests(RunningStandalone system) : IClassFixture<RunningStandalone>
{
    [Fact]
    public async Task Alerts_are_listed_newest_first_page_by_page_and_by_pattern()
    {
        await WatchAsync("paging", "list.one.deep");
        await PushAsync("paging", 5);
        await StoredAsync("list.#", 5);

        var ids = new List<string>();
        string? after = "";
        do
        {
            var page = await system.Api.GetAsync($"api/alerts?topic=list.%23&watch=&article=&limit=2&after={Uri.EscapeDataString(after)}");
            ids.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetString()!));
            after = page.Json.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);

        Assert.Equal(5, ids.Distinct().Count());
        Assert.Equal(5, ids.Count);
        Assert.Equal(5, (await system.Api.AlertsAsync("list.*.deep")).Count);
        Assert.Empty(await system.Api.AlertsAsync("list.*"));
        var raised = (await system.Api.AlertsAsync("list.#")).Select(a => a.Raised).ToList();
        Assert.Equal(raised.OrderDescending(), raised);
        Assert.Equal(ids[0], (await system.Api.GetAsync($"api/alerts/{ids[0]}")).Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_listener_hears_its_topics_only_and_resumes_where_it_was()
    {
        await WatchAsync("streamed", "stream.a");
        await WatchAsync("unheard", "elsewhere");
        string last;
        using (var listener = await EventReader.ConnectAsync(system.Api, "stream.#"))
        {
            await PushAsync("unheard", 1);
            await PushAsync("streamed", 3);
            var events = await listener.NextAsync(3);
            Assert.All(events, e => Assert.Equal(("alert", "stream.a"), (e.Name, e.Alert.GetProperty("topic").GetString())));
            Assert.Equal(["streamed 0", "streamed 1", "streamed 2"], events.Select(e => e.Title).Order(StringComparer.Ordinal));
            last = events[0].Id;
        }

        await PushAsync("streamed", 2, from: 3);
        using var again = await EventReader.ConnectAsync(system.Api, "stream.#", last);
        var missed = await again.NextAsync(4);
        Assert.Equal(4, missed.Select(e => e.Id).Distinct().Count());
        Assert.DoesNotContain(last, missed.Select(e => e.Id));
        await PushAsync("streamed", 1, from: 5);
        Assert.Equal("streamed 5", (await again.NextAsync()).Title);
    }

    [Fact]
    public async Task After_a_restart_a_listener_resumes_from_the_archive_without_a_gap()
    {
        await WatchAsync("restarted", "restart");
        string last;
        using (var listener = await EventReader.ConnectAsync(system.Api, "restart"))
        {
            await PushAsync("restarted", 3);
            last = (await listener.NextAsync(3))[0].Id;
        }

        await StoredAsync("restart", 3);
        await system.RestartAsync();
        await system.WaitForWatchesAsync();

        using var again = await EventReader.ConnectAsync(system.Api, "restart", last);
        var missed = (await again.NextAsync(2)).Select(e => e.Id).ToList();
        Assert.DoesNotContain(last, missed);
        await PushAsync("restarted", 1, from: 3);
        Assert.Equal("restarted 3", (await again.NextAsync()).Title);
    }

    [Fact]
    public async Task A_batch_that_is_delivered_again_raises_nothing_twice()
    {
        await WatchAsync("redelivered", "again");
        var batch = Some.Batch("redelivered 1", "redelivered 2");
        var broker = system.Services.GetRequiredService<IArticlePublisher>();
        using var listener = await EventReader.ConnectAsync(system.Api, "again");

        for (var i = 0; i < 3; i++) await broker.PublishAsync(batch, TestContext.Current.CancellationToken);
        await broker.PublishAsync(Some.Batch("redelivered 3"), TestContext.Current.CancellationToken);

        Assert.Equal(["redelivered 1", "redelivered 2", "redelivered 3"], (await listener.NextAsync(3)).Select(e => e.Title).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await StoredAsync("again", 3)).Count);
    }

    [Fact]
    public async Task A_paused_watch_raises_nothing_and_a_changed_one_raises_by_its_new_query()
    {
        await WatchAsync("oldword", "edited");
        using var edited = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(system.Api.Http, "api/watches/oldword", new { query = "newword", topic = "edited" }, TestContext.Current.CancellationToken);
        edited.EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(
            async () =>
            {
                await PushAsync("newword", 1, from: Random.Shared.Next());
                return (await system.Api.AlertsAsync("edited")).Count > 0;
            },
            "the new query to hold");

        await PushAsync("oldword", 1);
        await PushAsync("newword", 1, from: 7);
        await Eventually.IsTrueAsync(async () => (await system.Api.AlertsAsync("edited")).Any(a => a.Article.Title == "newword 7"), "the last alert");
        Assert.All(await system.Api.AlertsAsync("edited"), a => Assert.StartsWith("newword", a.Article.Title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_atom_feed_is_well_formed_whatever_names_and_texts_hold()
    {
        await WatchAsync("atomic", "atom.feed", name: "A <b> & \u0001 \"name\"");
        await system.Api.PushAsync(new[] { new { title = "An atomic <i>title</i> & more", body = "Rumours of an atomic deal <script>alert(1)</script>.", source = "A & B", url = "https://example.org/?a=1&b=2" } });
        await StoredAsync("atom.feed", 1);

        using var stream = await system.Api.Http.GetStreamAsync("alerts.atom?topic=atom.%23", TestContext.Current.CancellationToken);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var feed = SyndicationFeed.Load(xml);

        Assert.NotEmpty(feed.Id);
        Assert.NotEmpty(feed.Authors);
        Assert.Contains(feed.Links, l => l.RelationshipType == "self" && l.Uri.Query.Contains("atom.%23", StringComparison.Ordinal));
        var entry = Assert.Single(feed.Items);
        Assert.StartsWith("urn:newswatch:alert:", entry.Id, StringComparison.Ordinal);
        Assert.EndsWith("An atomic <i>title</i> & more", entry.Title.Text, StringComparison.Ordinal);
        Assert.Equal("https://example.org/?a=1&b=2", entry.Links[0].Uri.AbsoluteUri);
        var html = ((TextSyndicationContent)entry.Content).Text;
        Assert.Contains("<mark>atomic</mark>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    private async Task WatchAsync(string word, string topic, string? name = null)
    {
        using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(system.Api.Http, "api/watches", new { id = word, name, query = word, topic }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        await system.WaitForWatchesAsync();
    }

    private async Task PushAsync(string word, int count, int from = 0)
    {
        var answer = await system.Api.PushAsync(Enumerable.Range(from, count).Select(i => new { title = $"{word} {i}" }).ToArray());
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.Status);
    }

    private Task<IReadOnlyList<AlertRaised>> StoredAsync(string topic, int count) =>
        Eventually.GetAsync(() => system.Api.AlertsAsync(topic), alerts => alerts.Count >= count, $"{count} alerts on {topic} in the archive");
}
