using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>What every archive must find: what the stream matcher finds.</summary>
public abstract class ArticleSearchContract(IStoreUnderTest place) : StoreContract(place)
{
    private static readonly string[] Queries =
    [
        "\"lethal aid\"", "sanctions", "\"military aid\"", "lethal", "nonlethal", "non-lethal", "lethal aid", "lethal OR sanctions", "sanctions NOT china",
        "(sanctions OR aid) NOT (lethal OR nonlethal)", "sanction*", "sanct?ons", "let*al", "~sanction", "~sanctioning", "=WHO", "=who", "=Who", "=US", "us", "=Aid", "\"=WHO says\"", "\"~sanction on\"",
        "\"lethal aid\"~3", "\"aid lethal\"~2", "\"bank of *\"", "\"sanctions on rus*\"", "\"sanct* on russia\"",
        "sanctions NEAR/3 russia", "russia NEAR/3 sanctions", "sanctions ONEAR/3 russia", "russia ONEAR/3 sanctions", "sanction* NEAR/8 (china OR russia)", "(sanctions OR aid) NEAR/2 (russia OR lethal)",
        "sanctions NEAR/9 russia NEAR/9 china", "\"new sanctions\" NEAR/4 russia", "sanctions NEAR/5 sanctions", "SENTENCE(china \"lethal aid\")", "SENTENCE(sanctions NOT russia)", "ATLEAST/2(sanctions)", "ATLEAST/3(sanctions)",
        "title:sanctions", "body:sanctions", "summary:\"lethal aid\"", "title:(sanctions OR who)", "title:=WHO", "title:~sanction", "source:nbc", "source:\"nbc news\"", "source:nbcn*", "source:=NBCNEWS",
        "author:example", "author:\"ann example\"", "author:\"example bob\"", "author:(ann NEAR/5 bob)", "tag:world", "lang:en", "lang:DE", "domain:example.org", "domain:example", "url:example.org/a", "url:ORG",
        "sanctions AND lang:en", "sanctions NOT lang:en", "lang:de OR \"lethal aid\"", "łódź", "lodz", "страны", "制裁", "\"制裁 俄罗斯\"", "制裁*", "at&t", "\"at t\"", "u.s.", "z.com", "12-year-old", "biden", "l'ukraine", "ukraine",
        "san*ons OR lethal", "(lethal OR (sanctions NOT (russia OR china))) NOT (title:who OR domain:none.org)",
    ];

    private static readonly (string Key, string Title, string Summary, string Body, string Lang)[] Texts =
    [
        ("a1", "US sends lethal aid", "", "The U.S. sent lethal aid. China did not.", "en"),
        ("a2", "Non-lethal aid only", "Non‑lethal aid was sent.", "The non-lethal aid arrived on Monday.", "en"),
        ("a3", "A lethal-aid package", "", "Lethal, aid and other words. China spoke of lethal aid.", "en"),
        ("a4", "Sanctions on Russia", "New sanctions", "New sanctions on Russia. Sanctions, say experts, hit Russia and China. More sanctions follow.", "en"),
        ("a5", "Russia reacts", "", "Russia was hit by new Western sanctions; they sanctioned banks.", "en"),
        ("a6", "WHO says no", "", "The WHO says who sent aid to us. Aid to the sick.", "en"),
        ("a7", "Who says so?", "", "Those who know the Bank of England and the bank of", "en"),
        ("a8", "Sanktionen gegen Russland", "Łódź", "In Łódź und in Straße 5: SANCTIONS.", "de"),
        ("a9", "制裁俄罗斯", "", "美国制裁俄罗斯。", "zh"),
        ("b1", "Санкции", "", "страны ввели санкции", "ru"),
        ("b2", "AT&T and z.com", "", "AT&T paid z.com for a 12-year-old. Biden's visit to l'Ukraine.", "en"),
        ("b3", "Aid", "lethal", "aid lethal aid aid lethal", "en"),
        ("b4", "Sanction", "", "A sanction is one of many sanctions. Sanctions sanctions.", "en"),
        ("b5", "Empty", "", "", "und"),
    ];

    protected override StoreCollections Collections => StoreCollections.Archive;

    [Fact]
    public async Task A_search_finds_what_the_matcher_finds()
    {
        var articles = await FillAsync();

        var failures = new List<string>();
        foreach (var query in Queries)
        {
            var parsed = WatchQuery.Parse(query);
            var expected = string.Join(' ', Matching(articles, parsed).Order(StringComparer.Ordinal));
            var page = await Search.SearchAsync(new ArticleQuery { Query = parsed, Limit = 100 }, Cancel);
            var found = string.Join(' ', page.Items.Select(i => Key(i.Article)).Order(StringComparer.Ordinal));
            var days = await Search.CountPerDayAsync(new ArticleQuery { Query = parsed }, Cancel);
            if (found != expected) failures.Add($"{query}: expected [{expected}], found [{found}]");
            if (page.Total != page.Items.Count || days.Sum(d => d.Count) != page.Total) failures.Add($"{query}: {page.Items.Count} found, total {page.Total}, on days {days.Sum(d => d.Count)}");
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Highlights_are_the_places_that_made_it_hold()
    {
        await FillAsync();
        var page = await Search.SearchAsync(new ArticleQuery { Query = WatchQuery.Parse("\"lethal aid\"") }, Cancel);

        Assert.All(page.Items, item => Assert.NotEmpty(item.Highlights));
        Assert.All(page.Items, item => Assert.Empty(item.Article.Body));
        var places = page.Items.SelectMany(i => i.Highlights).SelectMany(h => h.Spans.Select(s => h.Text.Substring(s[0], s[1])));
        Assert.Equal(["lethal aid", "Lethal, aid", "lethal-aid"], places.Distinct().Order(StringComparer.OrdinalIgnoreCase));
        var title = page.Items.Single(i => Key(i.Article) == "a3").Highlights.Single(h => h.Field == "title");
        Assert.Equal("A lethal-aid package", title.Text);
        Assert.Equal([2, 10], Assert.Single(title.Spans));
    }

    [Theory]
    [InlineData("sanctions OR aid OR who", ArticleSort.Relevance)]
    [InlineData("sanctions OR aid OR who", ArticleSort.Published)]
    [InlineData("ATLEAST/2(sanctions) OR ATLEAST/2(aid) OR who", ArticleSort.Relevance)]
    [InlineData("ATLEAST/2(sanctions) OR ATLEAST/2(aid) OR who", ArticleSort.Seen)]
    public async Task Pages_of_a_query_bring_every_article_once(string query, ArticleSort sort)
    {
        var articles = await FillAsync();
        var parsed = WatchQuery.Parse(query);
        var expected = Matching(articles, parsed).Order(StringComparer.Ordinal).ToArray();

        var read = new List<string>();
        string? after = null;
        do
        {
            var page = await Search.SearchAsync(new ArticleQuery { Query = parsed, Sort = sort, Limit = 2, After = after }, Cancel);
            Assert.Equal(expected.Length, page.Total);
            read.AddRange(page.Items.Select(i => Key(i.Article)));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(expected, read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_most_relevant_comes_first_and_filters_join_a_query()
    {
        await FillAsync();
        var best = await Search.SearchAsync(new ArticleQuery { Query = WatchQuery.Parse("sanctions"), Sort = ArticleSort.Relevance }, Cancel);
        Assert.Contains(Key(best.Items[0].Article), new[] { "a4", "b4" });

        var german = await Search.SearchAsync(new ArticleQuery { Query = WatchQuery.Parse("sanctions"), Lang = "de" }, Cancel);
        Assert.Equal("a8", Key(Assert.Single(german.Items).Article));
        var none = await Search.SearchAsync(new ArticleQuery { Query = WatchQuery.Parse("sanctions"), Source = "BBC" }, Cancel);
        Assert.Equal((0, 0), (none.Total, none.Items.Count));
    }

    private IArticleSearch Search => Store.Get<IArticleSearch>();

    private static string Key(Article article) => article.Url!["https://example.org/".Length..];

    private async Task<Article[]> FillAsync()
    {
        var start = new DateTimeOffset(2026, 11, 24, 22, 0, 0, TimeSpan.Zero);
        var articles = Texts.Select((t, i) => Article(t.Key, t.Title, t.Body, summary: t.Summary, lang: t.Lang, seen: start.AddMinutes(i * 20))).ToArray();
        await Store.Get<IArticleWriter>().WriteAsync(articles, Cancel);
        await SettleAsync();
        return articles;
    }

    private static List<string> Matching(Article[] articles, WatchQuery query)
    {
        var set = WatchSet.Build([KeyValuePair.Create("q", query)]);
        var keys = new List<string>();
        foreach (var article in articles) set.Match(ArticleDocument.Of(article), (keys, article), static (_, _, state) => state.keys.Add(Key(state.article)));
        return keys;
    }
}
