using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>Turning pages in Elasticsearch while others write.</summary>
public sealed class StablePagingTests : StoreContract
{
    private readonly ElasticsearchIndices _indices;

    public StablePagingTests(ElasticsearchServer server)
        : this(new ElasticsearchIndices(server))
    {
    }

    private StablePagingTests(ElasticsearchIndices indices)
        : base(indices) => _indices = indices;

    protected override StoreCollections Collections => StoreCollections.Archive;

    [Theory]
    [InlineData(ArticleSort.Relevance)]
    [InlineData(ArticleSort.Published)]
    [InlineData(ArticleSort.Seen)]
    public async Task What_is_written_meanwhile_neither_repeats_nor_hides_an_article(ArticleSort sort)
    {
        var articles = Enumerable.Range(0, 30).Select(i => Article($"{i}", body: string.Concat(Enumerable.Repeat("Sanctions again. ", 1 + (i % 5))) + $"Number {i}.", seen: At(i))).ToArray();
        await WriteAsync(articles);
        var query = new ArticleQuery { Query = WatchQuery.Parse("sanctions"), Sort = sort, Limit = 4 };
        var first = await Search.SearchAsync(query, Cancel);
        var second = await Search.SearchAsync(query with { After = first.Next }, Cancel);

        // New articles, whose words shift every score, and changed ones that are published anew.
        await WriteAsync([.. Enumerable.Range(100, 200).Select(i => Article($"{i}", body: "Sanctions.", seen: At(i)))]);
        await WriteAsync([.. articles.Select(a => a with { Revision = 2, Published = At(500), Hash = "changed", Body = a.Body + " More." })]);
        var read = new List<string>([.. first.Items.Concat(second.Items).Select(i => i.Article.Id)]);
        for (var after = second.Next; after is not null;)
        {
            var page = await Search.SearchAsync(query with { After = after }, Cancel);
            read.AddRange(page.Items.Select(i => i.Article.Id));
            after = page.Next;
        }

        Assert.Equal(articles.Select(a => a.Id).Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_cursor_of_which_the_server_let_go_goes_on_by_time_and_is_refused_by_relevance()
    {
        await WriteAsync([.. Enumerable.Range(0, 9).Select(i => Article($"{i}", body: "Sanctions.", seen: At(i)))]);
        var query = new ArticleQuery { Query = WatchQuery.Parse("sanctions"), Limit = 3 };
        var bySeen = await SecondPageAsync(query);
        var byRelevance = await SecondPageAsync(query with { Sort = ArticleSort.Relevance });

        foreach (var cursor in new[] { bySeen.Next!, byRelevance.Next! }) await _indices.ForgetAsync(cursor.Split('~')[3]);

        var last = await Search.SearchAsync(query with { After = bySeen.Next }, Cancel);
        Assert.Equal([At(2), At(1), At(0)], last.Items.Select(i => i.Article.Seen));
        await Assert.ThrowsAsync<CursorExpiredException>(() => Search.SearchAsync(query with { Sort = ArticleSort.Relevance, After = byRelevance.Next }, Cancel));
        await Assert.ThrowsAsync<InvalidCursorException>(() => Search.SearchAsync(query with { After = bySeen.Next!.Split('~')[0] + "~0~AAAAAAAAAAAAAAAAAAAAAA~nonsense" }, Cancel));
    }

    private IArticleSearch Search => Store.Get<IArticleSearch>();

    private static DateTimeOffset At(int minute) => new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero).AddMinutes(minute);

    private async Task<ArticlePage> SecondPageAsync(ArticleQuery query) => await Search.SearchAsync(query with { After = (await Search.SearchAsync(query, Cancel)).Next }, Cancel);

    private async Task WriteAsync(Article[] articles)
    {
        await Store.Get<IArticleWriter>().WriteAsync(articles, Cancel);
        await SettleAsync();
    }
}
