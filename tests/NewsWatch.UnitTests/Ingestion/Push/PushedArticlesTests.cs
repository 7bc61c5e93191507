using System.Text;
using CsCheck;
using NewsWatch.Ingestion.Push;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Push;

public sealed class PushedArticlesTests
{
    private static readonly Gen<string> Value = Gen.Recursive<string>((depth, inner) => depth > 4 ? Scalar() : Gen.OneOf(
        Scalar(),
        inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
        Gen.Select(Name(), inner).Array[0, 3].Select(members => $"{{{string.Join(',', members.Select(m => $"{m.Item1}: {m.Item2}"))}}}")));

    /// <summary>Whatever goes wrong in an article, and wherever in it, the next one is read from its beginning.</summary>
    [Fact]
    public void A_bad_article_costs_only_itself() => Value.Sample(bad =>
    {
        var read = Read($$"""[{"title": "before"}, {{bad}}, {"title": "after", "tag": ["a", "b"]}]""");

        return read.Count == 3 && read[0].Draft?.Title == "before" && read[2].Draft?.Title == "after" && read[2].Draft!.Tag.SequenceEqual(["a", "b"])
            && read[1].Draft is null != read[1].Error is null;
    });

    [Theory]
    [InlineData("""{"title": {"title": "inner", "x": [{}]}, "body": "b"}""", "'title' must be a string, not an object.")]
    [InlineData("""{"author": ["a", {"deep": [1]}], "title": "t"}""", "'author' must be an array of strings only.")]
    [InlineData("""{"x": {"y": {"z": 1}}, "title": 5}""", "Unknown member 'x'; an article has title, summary, body, url, source, author, tag, lang, published, guid.")]
    [InlineData("""[{"title": "in a list of its own"}]""", "An article is a JSON object, not an array.")]
    [InlineData("true", "An article is a JSON object, not true or false.")]
    [InlineData("null", "An article is a JSON object, not null.")]
    public void The_first_thing_wrong_is_said(string bad, string error) =>
        Assert.Equal([null, error, null], Read($$"""[{"title": "before"}, {{bad}}, {"title": "after"}]""").Select(item => item.Error));

    [Fact]
    public void Every_member_is_read_whichever_way_it_is_spelt()
    {
        var draft = Read("""{"t\u0069tle": "T \u00e9", "summary": "S", "body": "B", "url": "U", "guid": "G", "source": "O", "author": "A", "tag": [], "lang": "en_US", "published": "2026-11-25T12:42:00+02:00", "title": "T"}""")[0].Draft!;

        Assert.Equal(("T", "S", "B", "U", "G", "O", "en"), (draft.Title, draft.Summary, draft.Body, draft.Url, draft.Guid, draft.Source, draft.Lang));
        Assert.Equal(["A"], draft.Author);
        Assert.Empty(draft.Tag);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 10, 42, 0, TimeSpan.Zero), draft.Published!.Value.ToUniversalTime());
    }

    [Theory]
    [InlineData("2026-11-25T10:42:00Z")]
    [InlineData("2026-11-25T10:42:00.000Z")]
    [InlineData("2026-11-25t10:42:00z")]
    [InlineData("2026-11-25T10:42:00\\u005a")]
    [InlineData("2026-11-25T11:42:00+01:00")]
    public void A_time_is_the_same_in_every_spelling(string written) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 10, 42, 0, TimeSpan.Zero), Read($$"""{"title": "t", "published": "{{written}}"}""")[0].Draft!.Published!.Value.ToUniversalTime());

    [Fact]
    public void A_text_that_is_no_text_costs_its_article()
    {
        byte[] body = [.. "[{\"title\": \"a\"}, {\"body\": \""u8, 0xC3, 0x28, .. "\", \"x\": {\"y\": 1}}, {\"title\": \"b\"}]"u8];

        Assert.Equal([null, "A text in it is not valid UTF-8.", null], PushedArticles.Read(body).Select(item => item.Error));
    }

    [Theory]
    [InlineData("""[{"title": "a"}, {"titel": [1, 2}]""")]
    [InlineData("""[{"title": "a"}, {"titel": [1, 2]}""")]
    [InlineData("""[{"title": "a"}] and more""")]
    [InlineData("""{"title": "a"} {"title": "b"}""")]
    [InlineData("7 articles")]
    public void Nothing_is_taken_of_what_is_no_json_at_its_end(string body) =>
        Assert.StartsWith("The body is not JSON at line 1, byte ", Assert.Throws<FormatException>(() => Read(body)).Message, StringComparison.Ordinal);

    /// <summary>The array and the article are two of the sixteen levels.</summary>
    [Fact]
    public void Sixteen_levels_are_skipped_in_a_bad_article_and_more_are_no_article()
    {
        string Body(int levels) => $$"""[{"x": {{new string('[', levels)}}{{new string(']', levels)}}}, {"title": "after"}]""";

        Assert.Equal("after", Read(Body(14))[1].Draft!.Title);
        Assert.Contains("depth", Assert.Throws<FormatException>(() => Read(Body(15))).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<DraftOrError> Read(string json) => PushedArticles.Read(Encoding.UTF8.GetBytes(json));

    private static Gen<string> Scalar() => Gen.OneOf("1", "-0.5e3", "true", "false", "null", "\"text\"", "\"\\ud800\"", "\"de\"", "\"2026-11-25T10:42:00Z\"", "[]", "{}");

    private static Gen<string> Name() => Gen.OneOf("\"title\"", "\"body\"", "\"author\"", "\"tag\"", "\"lang\"", "\"published\"", "\"x\"", "\"\\udc00\"");
}
