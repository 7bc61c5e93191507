using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Insights;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What lies near an article or a query: the same answer from every archive.</summary>
public abstract class InsightContract(IStoreUnderTest place) : StoreContract(place)
{
    private static readonly string[] Everyday = ["The council met on the budget for schools in the city.", "The team won the match after the break on a penalty.", "The weather in the north stays wet for the week."];

    private static readonly string[] Story =
    [
        "Two oil tankers were seized in the Strait of Hormuz. Crude prices rose on the news.",
        "After the oil tankers were seized, insurers raised premiums. The Strait of Hormuz stays open.",
        "Crude prices rose again: the Strait of Hormuz carries a fifth of the world's oil, and oil tankers wait.",
        "Hormuz: navies escort oil tankers. Crude prices fell.",
        "Oil tankers left port for the Strait of Hormuz on Monday.",
    ];

    protected override StoreCollections Collections => StoreCollections.Archive;

    [Fact]
    public async Task Articles_about_the_same_are_found_most_alike_first()
    {
        var articles = await FillAsync();

        var similar = await Insights.SimilarAsync(articles[0].Id, cancellationToken: Cancel);

        Assert.Equal(["s1", "s2", "s3", "s4"], similar!.Select(s => Key(s.Article)).Order(StringComparer.Ordinal));
        Assert.Equal(["s1", "s2"], similar!.Take(2).Select(s => Key(s.Article)).Order(StringComparer.Ordinal));
        Assert.All(similar!, s => Assert.InRange(s.Score, 0.15, 1));
        Assert.All(similar!, s => Assert.Empty(s.Article.Body));
        Assert.Equal(similar!.Select(s => s.Score).OrderDescending(), similar!.Select(s => s.Score));
        Assert.Single((await Insights.SimilarAsync(articles[0].Id, limit: 1, Cancel))!);
        Assert.Null(await Insights.SimilarAsync(DerivedId.From("nothing"), cancellationToken: Cancel));
    }

    [Fact]
    public async Task Phrases_that_rise_with_a_query_are_named()
    {
        await FillAsync();

        var related = await Insights.RelatedAsync(new ArticleQuery { Query = WatchQuery.Parse("hormuz") }, cancellationToken: Cancel);

        Assert.Equal(["\"oil tankers\"", "strait", "\"crude prices\""], related.Select(r => r.Query).Take(3));
        Assert.DoesNotContain(related, r => r.Query is "the" or "hormuz" or "oil" or "\"hormuz stays\"");
        var tankers = related[0];
        Assert.Equal((5, 5, 5), (tankers.Count, tankers.Sample, tankers.Background));
        Assert.All(related, r => Assert.NotNull(WatchQuery.Parse(r.Query)));
    }

    [Fact]
    public async Task A_query_that_finds_nothing_is_related_to_nothing()
    {
        await FillAsync();
        Assert.Empty(await Insights.RelatedAsync(new ArticleQuery { Query = WatchQuery.Parse("zeppelin") }, cancellationToken: Cancel));
    }

    private IArticleInsights Insights => Store.Get<IArticleInsights>();

    private static string Key(Article article) => article.Url!["https://example.org/".Length..];

    private async Task<Article[]> FillAsync()
    {
        var start = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
        var story = Story.Select((body, i) => Article($"s{i}", $"Report {100 + i} of the day", body, seen: start.AddMinutes(i)));
        var everyday = Enumerable.Range(0, 60).Select(i => Article($"e{i}", $"Report {i} of the day", $"{Everyday[i % 3]} Number {i}.", seen: start.AddMinutes(30 + i)));
        Article[] articles = [.. story, .. everyday];
        await Store.Get<IArticleWriter>().WriteAsync(articles, Cancel);
        await SettleAsync();
        return articles;
    }
}
