using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
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
    public void A_batch_is_written_as_everything_else_is()
    {
        var bare = Some.Article() with { Url = null, Source = null, Domain = null, Published = null, Author = [], Tag = [] };
        WritesAsOptionsDo(new ArticlesIngested { Articles = [] });
        WritesAsOptionsDo(new ArticlesIngested { Articles = [FullyIngested, Ingested(bare)] });
        WritesAsOptionsDo(new ArticlesIngested { Articles = [Ingested(bare)], ImportedAlerts = [Some.Alert()] });
    }

    [Fact]
    public void What_another_archive_left_out_of_an_article_does_not_stop_its_batch() =>
        WritesAsOptionsDo(new ArticlesIngested { Articles = [Ingested(Full with { Author = null!, Tag = [null!], Lang = null!, Summary = null!, Hash = null! })] });

    /// <summary>Else a member that the writer does not know yet would be missed by the tests as well.</summary>
    [Fact]
    public void The_full_article_has_all_there_is()
    {
        Assert.All(typeof(Article).GetProperties(), member => Assert.NotNull(member.GetValue(Full)));
        Assert.All(typeof(IngestedArticle).GetProperties(), member => Assert.NotNull(member.GetValue(FullyIngested)));
    }

    [Fact]
    public void A_batch_of_any_text_is_written_as_everything_else_is() => Gen.Select(Gen.String, Gen.DateTimeOffset, Gen.Int).Sample(
        (text, time, number) => WritesAsOptionsDo(new ArticlesIngested
        {
            Articles = [Ingested(Full with { Id = text, Title = text, Body = text, Url = text, Source = text, Tag = [text], Author = [text, text], Lang = text, Hash = text, Seen = time, Revised = time, Published = time, Revision = number })],
        }));

    [Fact]
    public void Members_of_a_later_version_are_passed_over() =>
        Assert.Equal("w", JsonSerializer.Deserialize<WatchChanged>("""{"watchId": "w", "reason": {"deep": [1]}}""", NewsWatchJson.Options)!.WatchId);

    [Fact]
    public void Times_lose_nothing_and_are_utc() => Check.Sample(
        Gen.DateTimeOffset,
        time =>
        {
            var json = JsonSerializer.Serialize(time, NewsWatchJson.Options);
            return json.EndsWith("Z\"", StringComparison.Ordinal) && JsonSerializer.Deserialize<DateTimeOffset>(json, NewsWatchJson.Options) == time;
        });

    private static IngestedArticle FullyIngested => Ingested(Full) with { TraceParent = Some.TraceParent, TraceState = "a=b", Backfill = true };

    private static IngestedArticle Ingested(Article article) => new() { Article = article };

    private static void WritesAsOptionsDo(ArticlesIngested batch)
    {
        var written = new ArrayBufferWriter<byte>();
        ArticlesIngestedJson.Write(written, batch);
        Assert.Equal(JsonSerializer.Serialize(batch, NewsWatchJson.Options), Encoding.UTF8.GetString(written.WrittenSpan));
    }

    private static void RoundTrips<T>(T contract) =>
        Assert.Equivalent(contract, JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(contract, NewsWatchJson.Options), NewsWatchJson.Options), strict: true);
}
