using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Storage;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Retention;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every archive drops, and what it keeps.</summary>
public abstract class RetentionContract(IStoreUnderTest place) : StoreContract(place)
{
    private static readonly DateTimeOffset ThisMonth = new(DateTimeOffset.UtcNow.Year, DateTimeOffset.UtcNow.Month, 1, 0, 0, 0, TimeSpan.Zero);

    protected override StoreCollections Collections => StoreCollections.Archive;

    [Fact]
    public async Task Whole_months_go_and_the_rest_stays()
    {
        // The first and the last moment of the last four months, two articles more in the oldest than one piece of work takes.
        var seen = Enumerable.Range(-3, 4).SelectMany(m => new[] { ThisMonth.AddMonths(m), ThisMonth.AddMonths(m + 1).AddMilliseconds(-1) }).ToList();
        seen.AddRange(Enumerable.Range(1, 1_002).Select(i => ThisMonth.AddMonths(-3).AddMinutes(i)));
        var articles = seen.Select((at, i) => Article($"{i}", body: "Sanctions.", seen: at)).ToArray();
        await Writer.WriteAsync(articles, Cancel);
        await Writer.WriteAsync([articles[0] with { Revision = 2, Title = "Changed", Hash = "changed" }, articles[6] with { Revision = 2, Title = "Changed", Hash = "changed" }], Cancel);
        // Raised a little later, some in another month: an alert goes with its article.
        await Store.Get<IAlertWriter>().WriteAsync([.. articles.Take(8).Select(Alert)], Cancel);
        await SettleAsync();

        var dropped = await Retention.ApplyAsync(new RetentionPolicy { ArticleMonths = 1, AlertMonths = 2 }, Cancel);
        await SettleAsync();

        var month = DateOnly.FromDateTime(ThisMonth.UtcDateTime);
        Assert.Equal(
            [new DroppedMonth("articles", month.AddMonths(-3), 1_004), new DroppedMonth("articles", month.AddMonths(-2), 2), new DroppedMonth("alerts", month.AddMonths(-3), 2)], dropped);
        var found = await Search.SearchAsync(new ArticleQuery { Query = WatchQuery.Parse("sanctions") }, Cancel);
        Assert.Equal(articles[4..8].Select(a => a.Id).Reverse(), found.Items.Select(i => i.Article.Id));
        Assert.Null(await Search.GetAsync(articles[0].Id, 1, Cancel));
        Assert.NotNull(await Search.GetAsync(articles[6].Id, 1, Cancel));
        var alerts = await Store.Get<IAlertSearch>().ListAsync(new AlertQuery(), Cancel);
        Assert.Equal(articles[2..8].Select(a => a.Id).Order(StringComparer.Ordinal), alerts.Items.Select(a => a.Article.Id).Order(StringComparer.Ordinal));
        Assert.Empty(await Retention.ApplyAsync(new RetentionPolicy { ArticleMonths = 1, AlertMonths = 2 }, Cancel));
        Assert.Equal(WriteResult.Stored, (await Writer.WriteAsync([articles[0]], Cancel))[0].Result);
    }

    [Fact]
    public async Task Without_a_policy_everything_stays()
    {
        await Writer.WriteAsync([Article("a", seen: ThisMonth.AddYears(-20))], Cancel);
        await SettleAsync();

        Assert.Empty(await Retention.ApplyAsync(new RetentionPolicy(), Cancel));

        Assert.Equal(1, (await Search.SearchAsync(new ArticleQuery(), Cancel)).Total);
    }

    private IArticleWriter Writer => Store.Get<IArticleWriter>();

    private IArticleSearch Search => Store.Get<IArticleSearch>();

    private IArchiveRetention Retention => Store.Get<IArchiveRetention>();

    private static AlertRaised Alert(Article article) => new()
    {
        Id = AlertId.Derive("w", article.Id, article.Revision),
        Topic = "sanctions",
        Raised = article.Seen.AddSeconds(1),
        Watch = new AlertWatch { Id = "w", Name = "w", Version = 1, Query = "sanctions" },
        Article = AlertArticle.From(article),
        Matches = [],
    };
}
