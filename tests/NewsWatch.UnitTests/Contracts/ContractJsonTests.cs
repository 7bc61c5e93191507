using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Contracts;

public sealed class ContractJsonTests
{
    private static readonly Article Full = Some.Article("Zoë's \"title\" <&> 新闻", "Body\n\nwith paragraphs \U0001F600.", 2) with
    {
        Url = "https://example.org/story?a=1&b=2",
        Summary = "Short.",
        Domain = "example.org",
        Author = ["Ann"],
        Tag = ["world", "trade"],
        Published = Some.Time.AddHours(-1),
        Revised = Some.Time.AddTicks(1),
    };

    /// <summary>What outsiders read, member for member and in this order; approved by hand.</summary>
    [Fact]
    public void An_alert_is_the_promised_document()
    {
        var alert = Some.Alert() with
        {
            Id = "szOdkxfLuD7i_7TnY6rswQ",
            Article = AlertArticle.From(Full with { Id = "hApJ6CQESKFQDMmOEPKGrw", Title = "Zoë's \"title\" <&> 新闻" }),
            TraceState = "vendor=1",
        };

        Assert.Equal(
            """
            {"schema":"newswatch.alert/1","id":"szOdkxfLuD7i_7TnY6rswQ","topic":"sanctions","raised":"2026-11-25T10:42:03.120Z",
            "watch":{"id":"w","name":"Sanctions","version":1,"query":"sanctions"},
            "article":{"id":"hApJ6CQESKFQDMmOEPKGrw","revision":2,"url":"https://example.org/story?a=1&b=2","title":"Zoë's \"title\" <&> 新闻","summary":"Short.",
            "source":"TEST","domain":"example.org","author":["Ann"],"tag":["world","trade"],"lang":"en","published":"2026-11-25T09:42:03.120Z","seen":"2026-11-25T10:42:03.120Z"},
            "matches":[{"field":"body","start":8,"length":9,"text":"sanctions","sentence":"The new sanctions begin on Monday.","sentenceStart":0}]}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(alert, NewsWatchJson.Options));
    }

    [Fact]
    public void What_an_article_lacks_is_absent_from_its_alert()
    {
        var json = JsonSerializer.SerializeToElement(Some.Alert(), NewsWatchJson.Options).GetProperty("article");

        Assert.Equal(["id", "revision", "title", "summary", "source", "author", "tag", "lang", "seen"], json.EnumerateObject().Select(m => m.Name));
    }

    [Fact]
    public void Every_contract_reads_what_it_wrote()
    {
        RoundTrips(Full);
        RoundTrips(new ArticlesIngested { Articles = [new IngestedArticle { Article = Full, TraceParent = Some.TraceParent, TraceState = "a=b", Backfill = true }, new IngestedArticle { Article = Some.Article() }] });
        RoundTrips(Some.Alert() with { TraceParent = null });
        RoundTrips(new WatchChanged { WatchId = "w", Version = 3 });
        RoundTrips(new FragmentChanged { Name = "banks", Version = 3 });
        RoundTrips(new QueryFragment { Name = "banks", Query = "a OR \"b c\"", Version = 2, Created = Some.Time, Updated = Some.Time });
        RoundTrips(new FeedChanged { FeedId = "f", Version = 3, Refresh = true });
        RoundTrips(Some.Watch() with { Enabled = false });
        RoundTrips(new Feed { Id = "f", Url = "https://example.org/", Title = "T", Site = "S", Source = "O", Folder = ["A", "B"], Tag = ["t"], Enabled = false, Version = 2, Created = Some.Time, Updated = Some.Time });
    }

    [Fact]
    public void Members_of_a_later_version_are_passed_over() =>
        Assert.Equal("w", JsonSerializer.Deserialize<WatchChanged>("""{"watchId": "w", "reason": {"deep": [1]}}""", NewsWatchJson.Options)!.WatchId);

    [Fact]
    public void Times_lose_nothing_and_are_utc() => CsCheck.Check.Sample(
        CsCheck.Gen.DateTimeOffset,
        time =>
        {
            var json = JsonSerializer.Serialize(time, NewsWatchJson.Options);
            return json.EndsWith("Z\"", StringComparison.Ordinal) && JsonSerializer.Deserialize<DateTimeOffset>(json, NewsWatchJson.Options) == time;
        });

    private static void RoundTrips<T>(T contract) =>
        Assert.Equivalent(contract, JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(contract, NewsWatchJson.Options), NewsWatchJson.Options), strict: true);
}
