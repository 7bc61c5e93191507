using System.IO.Compression;
using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage.Meaning;

/// <summary>A watch means one thing: over real news, a search finds the very articles that the stream matcher finds.</summary>
public abstract class OneMeaningContract(IStoreUnderTest place) : StoreContract(place)
{
    private const int Articles = 2_000;
    private const int Seed = 8;
    private static readonly string? Corpus = SharedMaterial.Path("data", "corpus-rss2026", "dev.jsonl.gz");

    /// <summary>How many queries; more with NEWSWATCH_MEANING_QUERIES.</summary>
    protected static int Queries => int.TryParse(Environment.GetEnvironmentVariable("NEWSWATCH_MEANING_QUERIES"), out var count) ? count : 300;

    protected override StoreCollections Collections => StoreCollections.Archive;

    [Fact]
    public async Task Generated_queries_find_what_the_matcher_finds()
    {
        var articles = await FillAsync();
        var (failures, found, exact) = (new List<string>(), 0L, 0);

        foreach (var query in Generated(articles))
        {
            var expected = Matching(articles, query);
            var page = await Store.Get<IArticleSearch>().SearchAsync(new ArticleQuery { Query = query, Limit = 1_000 }, Cancel);
            found += page.Total;
            if (Translate(query).Exact) exact++;
            if (page.Total != expected.Count || !page.Items.All(i => expected.Contains(i.Article.Id))) failures.Add($"{query.Text}: {expected.Count} by the matcher, {page.Total} by the archive");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Queries} queries over {articles.Length} articles: {found} found, {exact} of the queries said whole by the store, {failures.Count} differ");
        Assert.Empty(failures);
        Assert.True(found > Queries, "The queries found next to nothing, so they prove next to nothing.");
    }

    /// <summary>What the store makes of a query.</summary>
    protected abstract QueryTranslation Translate(WatchQuery query);

    /// <summary>Stores the articles.</summary>
    protected async Task<Article[]> FillAsync()
    {
        Assert.SkipWhen(Corpus is null, "There is no news to ask: ../shared/data/corpus-rss2026 is absent.");
        var articles = Read().DistinctBy(a => a.Id).Take(Articles).ToArray();
        await Store.Get<IArticleWriter>().WriteAsync(articles, Cancel);
        await SettleAsync();
        return articles;
    }

    /// <summary>The queries; the same at every call.</summary>
    protected static IEnumerable<WatchQuery> Generated(Article[] articles)
    {
        var generator = new QueryGenerator([.. articles.SelectMany(a => new[] { a.Title, a.Body })], Seed);
        for (var n = 0; n < Queries; n++) yield return WatchQuery.Parse(generator.Next());
    }

    /// <summary>What the stream matcher finds.</summary>
    protected static HashSet<string> Matching(Article[] articles, WatchQuery query)
    {
        var set = WatchSet.Build([KeyValuePair.Create("q", query)]);
        var ids = new HashSet<string>();
        foreach (var article in articles) set.Match(ArticleDocument.Of(article), (ids, article), static (_, _, state) => state.ids.Add(state.article.Id));
        return ids;
    }

    private static IEnumerable<Article> Read()
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Corpus!), CompressionMode.Decompress));
        for (var n = 0; lines.ReadLine() is { } line; n++)
        {
            using var json = JsonDocument.Parse(line);
            var item = json.RootElement;
            yield return Article(
                item.GetProperty("link").GetString()!, item.GetProperty("title").GetString() ?? "", item.GetProperty("text").GetString() ?? "",
                seen: new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(n), source: item.GetProperty("source").GetString(), lang: n % 5 == 0 ? "de" : "en");
        }
    }
}
