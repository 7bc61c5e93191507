using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every archive must do with articles.</summary>
public abstract class ArticleStoreContract(IStoreUnderTest place) : StoreContract(place)
{
    protected override StoreCollections Collections => StoreCollections.Archive;

    [Fact]
    public async Task What_was_written_is_what_is_read()
    {
        var article = Article("a", summary: "A summary.", seen: new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero).AddMilliseconds(123));
        Assert.Equal(WriteResult.Stored, await WriteAsync(article));

        var read = await Search.GetAsync(article.Id, cancellationToken: Cancel);

        Assert.Equivalent(article, read, strict: true);
        Assert.Null(await Search.GetAsync(DerivedId.From("nothing"), cancellationToken: Cancel));
    }

    [Fact]
    public async Task Absent_members_stay_absent()
    {
        var article = Article("a") with { Url = null, Source = null, Domain = null, Published = null, Author = [], Tag = [], Body = "" };
        await WriteAsync(article);
        Assert.Equivalent(article, await Search.GetAsync(article.Id, cancellationToken: Cancel), strict: true);
    }

    [Fact]
    public async Task Writing_again_changes_nothing()
    {
        var article = Article("a");
        Assert.Equal(WriteResult.Stored, await WriteAsync(article));
        Assert.Equal(WriteResult.Repeated, await WriteAsync(article));
        await SettleAsync();
        Assert.Equal(1, (await Search.SearchAsync(new ArticleQuery(), Cancel)).Total);
    }

    [Fact]
    public async Task Every_revision_stays_readable_and_only_the_latest_is_found()
    {
        var first = Article("a", title: "Old title");
        var second = Article("a", title: "New title", revision: 2);
        await WriteAsync(first);
        Assert.Equal(WriteResult.Stored, await WriteAsync(second));
        await SettleAsync();

        var found = await Search.SearchAsync(new ArticleQuery(), Cancel);

        Assert.Equal("New title", Assert.Single(found.Items).Article.Title);
        Assert.Equal("New title", (await Search.GetAsync(first.Id, cancellationToken: Cancel))!.Title);
        Assert.Equivalent(first, await Search.GetAsync(first.Id, 1, Cancel), strict: true);
        Assert.Equivalent(second, await Search.GetAsync(first.Id, 2, Cancel), strict: true);
        Assert.Null(await Search.GetAsync(first.Id, 3, Cancel));
    }

    [Fact]
    public async Task A_revision_that_comes_late_is_kept_behind_the_newer_one()
    {
        var first = Article("a", title: "Old title");
        await WriteAsync(Article("a", title: "New title", revision: 2));
        Assert.Equal(WriteResult.Repeated, await WriteAsync(first));
        Assert.Equal(WriteResult.Repeated, await WriteAsync(first));

        Assert.Equal("New title", (await Search.GetAsync(first.Id, cancellationToken: Cancel))!.Title);
        Assert.Equal("Old title", (await Search.GetAsync(first.Id, 1, Cancel))!.Title);
    }

    [Fact]
    public async Task Several_revisions_may_come_in_one_batch()
    {
        var outcomes = await Writer.WriteAsync([Article("a", revision: 2, title: "Two"), Article("b"), Article("a", title: "One"), Article("a", revision: 3, title: "Three")], Cancel);

        Assert.Equal([WriteResult.Stored, WriteResult.Stored, WriteResult.Repeated, WriteResult.Stored], outcomes.Select(o => o.Result));
        var id = Article("a").Id;
        Assert.Equal("Three", (await Search.GetAsync(id, cancellationToken: Cancel))!.Title);
        Assert.Equal("One", (await Search.GetAsync(id, 1, Cancel))!.Title);
        Assert.Equal("Two", (await Search.GetAsync(id, 2, Cancel))!.Title);
    }

    [Fact]
    public async Task Another_text_under_a_taken_number_gets_the_next_free_one()
    {
        await WriteAsync(Article("a", title: "One"));
        Assert.Equal(WriteResult.Stored, await WriteAsync(Article("a", title: "Other")));
        Assert.Equal(WriteResult.Repeated, await WriteAsync(Article("a", title: "Other")));

        var id = Article("a").Id;
        var latest = await Search.GetAsync(id, cancellationToken: Cancel);
        Assert.Equal(("Other", 2), (latest!.Title, latest.Revision));
        Assert.Equal("One", (await Search.GetAsync(id, 1, Cancel))!.Title);
        Assert.Null(await Search.GetAsync(id, 3, Cancel));
    }

    [Fact]
    public async Task What_can_never_be_stored_is_rejected_alone_with_the_reason()
    {
        var outcomes = await Writer.WriteAsync([Article("a"), Article("b") with { Id = "short" }, Article("c")], Cancel);

        Assert.Equal([WriteResult.Stored, WriteResult.Rejected, WriteResult.Stored], outcomes.Select(o => o.Result));
        Assert.Contains("short", outcomes[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_batch_is_nothing() => Assert.Empty(await Writer.WriteAsync([], Cancel));

    [Fact]
    public async Task Lookup_tells_the_latest_revision_and_knows_nothing_of_others()
    {
        var other = DerivedId.From("nothing");
        await WriteAsync(Article("a"));
        await WriteAsync(Article("a", title: "New title", revision: 2));
        var id = Article("a").Id;

        var known = await Store.Get<IArticleLookup>().FindAsync([id, other], Cancel);

        Assert.Equal(new KnownArticle(2, Article("a", title: "New title").Hash, Article("a").Seen), Assert.Single(known, k => k.Key == id).Value);
        Assert.DoesNotContain(other, known.Keys);
    }

    [Fact]
    public async Task Lookup_finds_articles_of_months_past()
    {
        var old = Article("old", seen: new DateTimeOffset(2025, 2, 3, 4, 5, 6, TimeSpan.Zero));
        await WriteAsync(old);
        await SettleAsync();
        Assert.Contains(old.Id, (await Store.Get<IArticleLookup>().FindAsync([old.Id], Cancel)).Keys);
        Assert.Equivalent(old, await Search.GetAsync(old.Id, cancellationToken: Cancel), strict: true);
    }

    [Theory]
    [InlineData(ArticleSort.Seen)]
    [InlineData(ArticleSort.Published)]
    [InlineData(ArticleSort.Relevance)]
    public async Task Pages_bring_every_article_once_and_newest_first(ArticleSort sort)
    {
        // Many of one millisecond, in two months, some without a date of their own.
        var start = new DateTimeOffset(2026, 10, 31, 23, 59, 59, TimeSpan.Zero);
        var articles = Enumerable.Range(0, 60).Select(i => Article($"{i}", seen: start.AddSeconds(i / 20), published: start.AddDays(-i % 7)))
            .Select((a, i) => i % 9 == 0 ? a with { Published = null } : a).ToArray();
        await Writer.WriteAsync(articles, Cancel);
        await SettleAsync();

        var read = new List<Article>();
        string? after = null;
        do
        {
            var page = await Search.SearchAsync(new ArticleQuery { Limit = 7, Sort = sort, After = after }, Cancel);
            Assert.Equal(60, page.Total);
            read.AddRange(page.Items.Select(i => i.Article));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(articles.Select(a => a.Id).Order(), read.Select(a => a.Id).Order());
        var keys = read.Select(a => (sort == ArticleSort.Published ? a.Published : a.Seen) ?? DateTimeOffset.MinValue).ToArray();
        Assert.Equal(keys.OrderDescending(), keys);
    }

    [Fact]
    public async Task Filters_narrow_by_outlet_language_and_time()
    {
        var day = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        await Writer.WriteAsync(
            [
                Article("a", source: "NBC News", seen: day), Article("b", source: "nbc news", lang: "de", seen: day.AddDays(1)),
                Article("c", source: "NBC News Radio", seen: day.AddDays(2)), Article("d", source: null, seen: day.AddDays(3)),
            ],
            Cancel);
        await SettleAsync();

        Assert.Equal(["a", "b"], await FindAsync(new ArticleQuery { Source = "NBC NEWS" }));
        Assert.Equal(["b"], await FindAsync(new ArticleQuery { Source = "nbc news", Lang = "DE" }));
        Assert.Equal(["b", "c"], await FindAsync(new ArticleQuery { From = day.AddDays(1), To = day.AddDays(3) }));
        Assert.Equal(["a", "b", "c", "d"], await FindAsync(new ArticleQuery()));
        Assert.Equal(4, (await Search.SearchAsync(new ArticleQuery { Limit = 0 }, Cancel)).Total);
    }

    [Fact]
    public async Task Days_are_counted()
    {
        var day = new DateTimeOffset(2026, 10, 31, 23, 0, 0, TimeSpan.Zero);
        await Writer.WriteAsync([Article("a", seen: day), Article("b", seen: day.AddHours(2)), Article("c", seen: day.AddHours(3))], Cancel);
        await SettleAsync();

        var days = await Search.CountPerDayAsync(new ArticleQuery(), Cancel);

        Assert.Equal([new DayCount(new DateOnly(2026, 10, 31), 1), new DayCount(new DateOnly(2026, 11, 1), 2)], days);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("seen~~")]
    [InlineData("published~x~y")]
    public async Task A_foreign_cursor_is_refused(string cursor) =>
        await Assert.ThrowsAsync<InvalidCursorException>(() => Search.SearchAsync(new ArticleQuery { After = cursor }, Cancel));

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        var batches = Enumerable.Range(0, 16).Select(b => Enumerable.Range(0, 50).Select(i => Article($"{(b / 2 * 50) + i}")).ToArray());
        var outcomes = await Task.WhenAll(batches.Select(batch => Writer.WriteAsync(batch, Cancel)));
        await SettleAsync();

        Assert.Equal(400, outcomes.SelectMany(o => o).Count(o => o.Result == WriteResult.Stored));
        Assert.Equal(400, (await Search.SearchAsync(new ArticleQuery { Limit = 0 }, Cancel)).Total);
    }

    protected IArticleWriter Writer => Store.Get<IArticleWriter>();

    protected IArticleSearch Search => Store.Get<IArticleSearch>();

    protected async Task<WriteResult> WriteAsync(Article article) => Assert.Single(await Writer.WriteAsync([article], Cancel)).Result;

    /// <summary>The keys of the articles found, in order.</summary>
    protected async Task<string[]> FindAsync(ArticleQuery query) =>
        [.. (await Search.SearchAsync(query, Cancel)).Items.Select(i => i.Article.Url!["https://example.org/".Length..]).Order(StringComparer.Ordinal)];
}
