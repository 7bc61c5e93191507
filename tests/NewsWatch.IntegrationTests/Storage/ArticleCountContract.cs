using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Storage;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>Counts of what a search finds, and searches among the articles that there are alerts about: the same in every archive.</summary>
public abstract class ArticleCountContract(IStoreUnderTest place) : StoreContract(place)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);
    private static readonly string?[] Sources = ["NBCNEWS", "BBC", "BBC", "Łódź Post", null];
    private static readonly string[] Topics = ["sanctions", "sanctions.russia", "energy"];

    protected override StoreCollections Collections => StoreCollections.Archive;

    // The second one is of those that a store can only find candidates for.
    [Theory]
    [InlineData(null)]
    [InlineData("sanctions")]
    [InlineData("ATLEAST/2(sanctions)")]
    public async Task Articles_are_counted_by_source_domain_lang_and_day(string? text)
    {
        var articles = await FillAsync();
        var query = new ArticleQuery { Query = text is null ? null : WatchQuery.Parse(text) };
        var found = text is null ? articles : [.. articles.Where(a => a.Body.StartsWith("Sanctions", StringComparison.Ordinal))];

        Assert.Equal(Expected(found, a => a.Source), await Search.CountByAsync(query, ArticleMember.Source, cancellationToken: Cancel));
        Assert.Equal(Expected(found, a => a.Domain), await Search.CountByAsync(query, ArticleMember.Domain, cancellationToken: Cancel));
        Assert.Equal(Expected(found, a => a.Lang), await Search.CountByAsync(query, ArticleMember.Lang, cancellationToken: Cancel));
        Assert.Equal(Expected(found, a => a.Source).Take(1), await Search.CountByAsync(query, ArticleMember.Source, limit: 1, Cancel));
        Assert.Equal(
            found.CountBy(a => DateOnly.FromDateTime(a.Seen.UtcDateTime)).OrderBy(d => d.Key).Select(d => new DayCount(d.Key, d.Value)), await Search.CountPerDayAsync(query, Cancel));
    }

    [Theory]
    [InlineData("sanctions")]
    [InlineData("sanctions.#")]
    [InlineData("#")]
    [InlineData("*.russia")]
    [InlineData("nothing")]
    public async Task A_topic_chooses_the_articles_that_there_are_alerts_about(string pattern)
    {
        var articles = await FillAsync();
        var topic = TopicPattern.Parse(pattern);
        var expected = articles.Where((_, i) => i % 4 == 0 && topic.Matches(Topics[i / 4 % 3])).Select(a => a.Id).Reverse().ToArray();

        var read = new List<string>();
        string? after = null;
        do
        {
            var page = await Search.SearchAsync(new ArticleQuery { Topic = topic, Limit = 3, After = after }, Cancel);
            Assert.Equal(expected.Length, page.Total);
            read.AddRange(page.Items.Select(i => i.Article.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(expected, read);
        var words = await Search.SearchAsync(new ArticleQuery { Topic = topic, Query = WatchQuery.Parse("sanctions"), Lang = "en" }, Cancel);
        Assert.Equal(articles.Count(a => expected.Contains(a.Id) && a.Lang == "en" && a.Body.StartsWith("Sanctions", StringComparison.Ordinal)), words.Total);
    }

    [Fact]
    public async Task Alerts_are_counted_by_watch_and_day()
    {
        await FillAsync();
        var alerts = Store.Get<IAlertSearch>();
        var all = (await alerts.ListAsync(new AlertQuery { Limit = 1_000 }, Cancel)).Items;

        Assert.Equal(Expected(all), await alerts.CountPerDayAsync(new AlertQuery(), Cancel));
        Assert.Equal(
            Expected(all.Where(a => a.Watch.Id == "energy" && a.Raised >= Start.AddDays(1))), await alerts.CountPerDayAsync(new AlertQuery { Watch = "energy", From = Start.AddDays(1) }, Cancel));
        Assert.Equal(Expected(all.Where(a => a.Topic != "energy")), await alerts.CountPerDayAsync(new AlertQuery { Topic = TopicPattern.Parse("sanctions.#") }, Cancel));
        Assert.Empty(await alerts.CountPerDayAsync(new AlertQuery { Watch = "nobody" }, Cancel));
    }

    private IArticleSearch Search => Store.Get<IArticleSearch>();

    private static IEnumerable<ValueCount> Expected(IEnumerable<Article> articles, Func<Article, string?> member) => articles
        .Select(member).OfType<string>().CountBy(v => v).Select(c => new ValueCount(c.Key, c.Value)).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal);

    private static IEnumerable<WatchDayCount> Expected(IEnumerable<AlertRaised> alerts) => alerts
        .CountBy(a => (a.Watch.Id, Day: DateOnly.FromDateTime(a.Raised.UtcDateTime))).Select(c => new WatchDayCount(c.Key.Id, c.Key.Day, c.Value))
        .OrderBy(c => c.Watch, StringComparer.Ordinal).ThenBy(c => c.Day);

    private async Task<Article[]> FillAsync()
    {
        var articles = Enumerable.Range(0, 40).Select(i => Article(
            $"{i}", body: i % 3 == 0 ? "Sanctions and more sanctions." : "Nothing.", source: Sources[i % 5], lang: i % 7 == 0 ? "de" : "en", seen: Start.AddHours(2 * i)) with
        {
            Domain = i % 6 == 0 ? null : $"d{i % 4}.example",
        }).ToArray();
        await Store.Get<IArticleWriter>().WriteAsync(articles, Cancel);
        await Store.Get<IAlertWriter>().WriteAsync([.. articles.Where((_, i) => i % 4 == 0).Select((a, n) => Alert(a, Topics[n % 3]))], Cancel);
        await SettleAsync();
        return articles;
    }

    private static AlertRaised Alert(Article article, string topic) => new()
    {
        Id = AlertId.Derive(topic, article.Id, article.Revision),
        Topic = topic,
        Raised = article.Seen.AddSeconds(1),
        Watch = new AlertWatch { Id = topic, Name = topic, Version = 1, Query = "sanctions" },
        Article = AlertArticle.From(article),
        Matches = [],
    };
}
