using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every archive must do with alerts.</summary>
public abstract class AlertStoreContract(IStoreUnderTest place) : StoreContract(place)
{
    protected override StoreCollections Collections => StoreCollections.Archive;

    private static readonly DateTimeOffset Start = new(2026, 10, 31, 23, 59, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_was_written_is_what_is_read()
    {
        var alert = Alert(1);
        Assert.Equal(WriteResult.Stored, Assert.Single(await Writer.WriteAsync([alert], Cancel)).Result);
        await SettleAsync();
        Assert.Equivalent(alert, await Search.GetAsync(alert.Id, Cancel), strict: true);
        Assert.Null(await Search.GetAsync(DerivedId.From("nothing"), Cancel));
    }

    [Fact]
    public async Task Writing_again_changes_nothing()
    {
        await Writer.WriteAsync([Alert(1)], Cancel);
        Assert.Equal(WriteResult.Repeated, Assert.Single(await Writer.WriteAsync([Alert(1)], Cancel)).Result);
        await SettleAsync();
        Assert.Single((await Search.ListAsync(new AlertQuery(), Cancel)).Items);
    }

    [Fact]
    public async Task An_impossible_alert_is_rejected_alone()
    {
        var outcomes = await Writer.WriteAsync([Alert(1), Alert(2) with { Topic = "Not A Topic" }], Cancel);
        Assert.Equal([WriteResult.Stored, WriteResult.Rejected], outcomes.Select(o => o.Result));
        Assert.NotNull(outcomes[1].Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_bring_every_alert_once_in_order(bool oldestFirst)
    {
        var alerts = Enumerable.Range(0, 40).Select(i => Alert(i, raised: Start.AddSeconds(i / 4 * 20))).ToArray();
        await Writer.WriteAsync(alerts, Cancel);
        await SettleAsync();

        var read = new List<AlertRaised>();
        string? after = null;
        do
        {
            var page = await Search.ListAsync(new AlertQuery { Limit = 7, After = after, OldestFirst = oldestFirst }, Cancel);
            read.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        var expected = alerts.OrderBy(a => a.Raised).ThenBy(a => a.Id, StringComparer.Ordinal).Select(a => a.Id).ToArray();
        Assert.Equal(oldestFirst ? expected : expected.Reverse(), read.Select(a => a.Id));
    }

    [Fact]
    public async Task A_stream_goes_on_behind_the_last_alert_it_sent()
    {
        await Writer.WriteAsync([Alert(1), Alert(2)], Cancel);
        await SettleAsync();
        var sent = (await Search.ListAsync(new AlertQuery { OldestFirst = true }, Cancel)).Items[^1];
        await Writer.WriteAsync([Alert(3), Alert(4)], Cancel);
        await SettleAsync();

        var missed = await Search.ListAsync(new AlertQuery { OldestFirst = true, After = AlertCursor.Of(sent).ToString() }, Cancel);

        Assert.Equal([Alert(3).Id, Alert(4).Id], missed.Items.Select(a => a.Id));
    }

    [Theory]
    [InlineData("#", 4)]
    [InlineData("sanctions", 1)]
    [InlineData("sanctions.#", 3)]
    [InlineData("sanctions.*", 1)]
    [InlineData("*.russia", 1)]
    [InlineData("#.energy", 1)]
    [InlineData("*", 2)]
    [InlineData("nothing.#", 0)]
    public async Task Topics_are_chosen_by_pattern(string pattern, int expected)
    {
        await Writer.WriteAsync(
            [Alert(1, "sanctions"), Alert(2, "sanctions.russia"), Alert(3, "sanctions.russia.energy"), Alert(4, "sanctions-relief")], Cancel);
        await SettleAsync();

        var page = await Search.ListAsync(new AlertQuery { Topic = TopicPattern.Parse(pattern) }, Cancel);

        Assert.Equal(expected, page.Items.Count);
    }

    [Fact]
    public async Task Alerts_are_chosen_by_watch_article_and_time()
    {
        var alerts = new[] { Alert(1), Alert(2, watch: "other"), Alert(3, raised: Start.AddDays(1)) };
        await Writer.WriteAsync(alerts, Cancel);
        await SettleAsync();

        Assert.Equal([alerts[1].Id], await FindAsync(new AlertQuery { Watch = "other" }));
        Assert.Equal([alerts[0].Id], await FindAsync(new AlertQuery { Article = alerts[0].Article.Id }));
        Assert.Equal([alerts[2].Id], await FindAsync(new AlertQuery { From = Start.AddDays(1) }));
        Assert.Equal(2, (await FindAsync(new AlertQuery { To = Start.AddDays(1) })).Length);
    }

    [Fact]
    public async Task A_foreign_cursor_is_refused() =>
        await Assert.ThrowsAsync<InvalidCursorException>(() => Search.ListAsync(new AlertQuery { After = "nonsense" }, Cancel));

    private IAlertWriter Writer => Store.Get<IAlertWriter>();

    private IAlertSearch Search => Store.Get<IAlertSearch>();

    private async Task<string[]> FindAsync(AlertQuery query) => [.. (await Search.ListAsync(query, Cancel)).Items.Select(a => a.Id)];

    private static AlertRaised Alert(int number, string topic = "sanctions", string watch = "sanctions", DateTimeOffset? raised = null)
    {
        var article = Article($"{number}", summary: "A summary.");
        return new AlertRaised
        {
            Id = AlertId.Derive(watch, article.Id, article.Revision),
            Topic = topic,
            Raised = raised ?? Start.AddSeconds(number),
            Watch = new AlertWatch { Id = watch, Name = "Sanctions", Version = 3, Query = "sanctions" },
            Article = AlertArticle.From(article),
            Matches =
            [
                new AlertMatch { Field = "title", Start = 2, Length = 5, Text = "title", Sentence = "A title", SentenceStart = 0 },
                new AlertMatch { Field = "body", Start = 2, Length = 4, Text = "body", Sentence = "A body.", SentenceStart = 0 },
            ],
        };
    }
}
