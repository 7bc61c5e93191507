using System.Text.Json;
using CsCheck;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Messaging;

/// <summary>The quick reader reads what the serializer reads, and refuses what it refuses.</summary>
public sealed class ArticleConverterTests
{
    private static readonly Article Full = Some.Article("Zoë's \"title\" <&> 新闻", "Body\n\nwith paragraphs \U0001F600.", 2) with
    {
        Url = "https://example.org/story?a=1&b=2",
        Summary = "Short.",
        Domain = "example.org",
        Author = ["Ann", "Bob"],
        Tag = ["world"],
        Published = Some.Time.AddHours(-1),
        Revised = Some.Time.AddTicks(1),
    };

    [Fact]
    public void An_article_is_read_as_the_serializer_reads_it() => AssertSame(JsonSerializer.Serialize(Full, NewsWatchJson.Options));

    /// <summary>Or nothing would be gained.</summary>
    [Fact]
    public void What_Ingestion_writes_is_left_to_nobody()
    {
        var bare = new Article { Id = "", Title = "", Seen = default, Hash = "" };
        Assert.All(typeof(Article).GetProperties(), member => Assert.NotEqual(member.GetValue(bare), member.GetValue(Full)));
        foreach (var article in (Article[])[Full, Some.Article()])
        {
            var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(article, NewsWatchJson.Options));
            reader.Read();

            Assert.Equivalent(article, ArticleConverter.TryRead(ref reader), strict: true);
        }
    }

    [Fact]
    public void Members_may_be_missing_twice_out_of_order_or_something_else() =>
        Gen.Shuffle(MembersOf(Full).ToArray()).SelectMany(members => Gen.Int[0, members.Length].SelectMany(count => Gen.Select(Member.Array[0, 3], Gen.Int[0, count])
            .Select((others, at) => (string[])[.. members[..at], .. others, .. members[at..count]])))
            .Sample(members => AssertSame($"{{{string.Join(", ", members)}}}"));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{}")]
    public void What_is_no_article_is_none_for_both(string json) => AssertSame(json);

    [Fact]
    public void A_batch_is_read_with_it()
    {
        var batch = new ArticlesIngested { Articles = [new IngestedArticle { Article = Full, TraceParent = Some.TraceParent, Backfill = true }, new IngestedArticle { Article = Some.Article() }], ImportedAlerts = [Some.Alert()] };

        var json = JsonSerializer.Serialize(batch, NewsWatchJson.Options);

        Assert.IsType<ArticleConverter>(ArticleConverter.Options.GetConverter(typeof(Article)));
        Assert.Equivalent(batch with { ImportedAlerts = [Some.Alert() with { TraceParent = null }] }, JsonSerializer.Deserialize<ArticlesIngested>(json, ArticleConverter.Options), strict: true);
        Assert.Equal(json, JsonSerializer.Serialize(batch, ArticleConverter.Options));
    }

    private static Gen<string> Member => Gen.OneOf(
        "\"id\": null", "\"Id\": \"other\"", "\"\\u0069d\": \"escaped\"", "\"revision\": \"3\"", "\"revision\": 1.5", "\"revision\": 99999999999", "\"title\": 5", "\"title\": \"\\ud800\"",
        "\"summary\": null", "\"author\": null", "\"author\": \"Ann\"", "\"author\": [\"a\", null]", "\"tag\": [\"a\", 1]", "\"tag\": [[]]", "\"published\": null", "\"published\": \"yesterday\"",
        "\"seen\": \"2026-11-25T10:42:00+01:00\"", "\"seen\": 5", "\"revised\": null", "\"hash\": {}", "\"later\": {\"deep\": [1]}", "\"TITLE\": \"shouted\"", "\"lang\": \"\"");

    private static IEnumerable<string> MembersOf(Article article) =>
        JsonSerializer.SerializeToElement(article, NewsWatchJson.Options).EnumerateObject().Select(member => $"\"{member.Name}\": {member.Value.GetRawText()}");

    private static void AssertSame(string json) => Assert.Equal(ReadBy(NewsWatchJson.Options, json), ReadBy(ArticleConverter.Options, json));

    /// <summary>The article as JSON, or that it was refused.</summary>
    private static string ReadBy(JsonSerializerOptions options, string json)
    {
        try
        {
            return JsonSerializer.Serialize(JsonSerializer.Deserialize<Article>(json, options), NewsWatchJson.Options);
        }
        catch (JsonException)
        {
            return "refused";
        }
    }
}
