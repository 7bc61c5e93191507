using System.Net;
using System.Text.Json;
using NewsWatch.IntegrationTests.Gateway;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Push;

public sealed class PushTests(RunningStandalone system) : IClassFixture<RunningStandalone>
{
    [Theory]
    [InlineData("", "The body is empty")]
    [InlineData(" \n ", "The body is empty")]
    [InlineData("{\"title\":\n\"x\",}", "line 2, byte 5")]
    [InlineData("{\"title\": \"x\"", "line 1, byte 14")]
    [InlineData("not json", "not JSON at line 1, byte 2")]
    [InlineData("\"text\"", "not a string")]
    [InlineData("null", "not null")]
    [InlineData("[[]]", "not an array")]
    [InlineData("{\"title\": 5}", "'title' must be a string, not a number")]
    [InlineData("{\"title\": \"x\", \"author\": {}}", "'author' must be an array of strings, not an object")]
    [InlineData("{\"title\": \"x\", \"tag\": [1]}", "'tag' must be an array of strings only")]
    [InlineData("{\"title\": \"x\", \"published\": \"yesterday\"}", "'published' must be a time such as")]
    [InlineData("{\"title\": \"x\", \"lang\": \"no language\"}", "'lang' must be a language tag")]
    [InlineData("{\"title\": \"x\", \"url\": \"example.org\"}", "'url' must be an absolute http or https address, not 'example.org'")]
    [InlineData("{\"title\": \"x\", \"titel\": \"y\"}", "Unknown member 'titel'")]
    [InlineData("{}", "'title' or 'body' is required")]
    [InlineData("{\"title\": \" \", \"body\": \"\\u0000\"}", "'title' or 'body' is required")]
    public async Task What_cannot_be_taken_is_refused_and_says_why_and_where(string body, string expected)
    {
        var answer = await system.Api.PushTextAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(expected, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Good_ones_are_taken_and_bad_ones_named_by_their_index()
    {
        var answer = await system.Api.PushTextAsync("""[{"title": "good one"}, 7, {"title": "good two"}, {"titel": "x"}, {"title": "good one"}]""");

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        Assert.Equal(3, answer.Json.GetProperty("accepted").GetInt32());
        Assert.Equal([(1, "An article is a JSON object, not a number."), (3, "Unknown member 'titel'; an article has title, summary, body, url, source, author, tag, lang, published, guid.")],
            answer.Json.GetProperty("rejected").EnumerateArray().Select(r => (r.GetProperty("index").GetInt32(), r.GetProperty("error").GetString()!)));
        Assert.Equal([(0, 1, "new"), (2, 1, "new"), (4, 1, "unchanged")], Outcomes(answer));
    }

    [Fact]
    public async Task When_none_can_be_taken_the_whole_is_refused_with_each_reason()
    {
        var answer = await system.Api.PushTextAsync("""[{}, 1]""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(0, answer.Json.GetProperty("accepted").GetInt32());
        Assert.Equal([0, 1], answer.Json.GetProperty("rejected").EnumerateArray().Select(r => r.GetProperty("index").GetInt32()));
    }

    [Fact]
    public async Task The_same_again_is_unchanged_and_another_text_is_the_next_revision()
    {
        object Article(string body) => new { title = "revised", body, url = "https://example.org/revised" };

        Assert.Equal([(0, 1, "new")], Outcomes(await system.Api.PushAsync(Article("first"))));
        Assert.Equal([(0, 1, "unchanged")], Outcomes(await system.Api.PushAsync(Article(" first "))));
        var changed = await system.Api.PushAsync(Article("second"));
        Assert.Equal([(0, 2, "changed")], Outcomes(changed));

        var id = changed.Json.GetProperty("articles")[0].GetProperty("id").GetString();
        var stored = await Eventually.GetAsync(() => system.Api.GetAsync($"api/articles/{id}?revision=2"), a => a.Status == HttpStatusCode.OK, "revision 2");
        Assert.Equal("second", stored.Json.GetProperty("body").GetString());
        Assert.Equal("first", (await system.Api.GetAsync($"api/articles/{id}?revision=1")).Json.GetProperty("body").GetString());
    }

    [Fact]
    public async Task Hostile_bodies_are_answered_and_the_service_lives_on()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await system.Api.PushTextAsync($$"""{"title": "{{new string('x', 10_000_000)}}"}""")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await system.Api.PushTextAsync("""{"title": "x"}""", contentType: "text/plain")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await system.Api.PushTextAsync(new string('[', 100_000))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await system.Api.PushTextAsync("""{"title": """ + string.Concat(Enumerable.Repeat("""{"a":""", 1_000)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, await PushBytesAsync([.. "{\"title\": \""u8, 0xC3, 0x28, .. "\"}"u8]));
        Assert.Equal(HttpStatusCode.BadRequest, await PushBytesAsync([0xFF, 0xFE, 0x00]));
        Assert.Equal(HttpStatusCode.BadRequest, (await system.Api.PushTextAsync("{\"title\": \"raw \u0001 control\"}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await system.Api.PushTextAsync("""{"title": "half \ud800 pair"}""")).Status);

        Assert.Equal(HttpStatusCode.Accepted, (await system.Api.PushTextAsync("""{"title": "still \u0001here\u0000"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await system.Api.GetAsync("health/ready")).Status);
    }

    [Fact]
    public async Task An_empty_array_is_nothing_taken_and_nothing_wrong() =>
        Assert.Equal(0, (await system.Api.PushTextAsync("[]")).Json.GetProperty("accepted").GetInt32());

    [Fact]
    public async Task A_thousand_in_one_request_are_all_stored()
    {
        var answer = await system.Api.PushAsync(Enumerable.Range(0, 1_000).Select(i => new { title = $"thousandfold {i}", source = "LOAD" }).ToArray());

        Assert.Equal(1_000, answer.Json.GetProperty("accepted").GetInt32());
        await Eventually.GetAsync(() => system.Api.CountAsync("source:load"), count => count == 1_000, "1,000 articles in the archive");
    }

    private static IEnumerable<(int Index, int Revision, string Outcome)> Outcomes(Answer answer) =>
        answer.Json.GetProperty("articles").EnumerateArray().Select(a => (a.GetProperty("index").GetInt32(), a.GetProperty("revision").GetInt32(), a.GetProperty("outcome").GetString()!));

    private async Task<HttpStatusCode> PushBytesAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        using var response = await system.Api.Http.PostAsync("api/articles", content, TestContext.Current.CancellationToken);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
        return response.StatusCode;
    }
}
