using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace NewsWatch.IntegrationTests.Gateway;

public sealed class WatchApiTests(RunningStandalone system) : IClassFixture<RunningStandalone>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"query": "a", "topik": "b"}""", "There is no member 'topik' here; '/openapi/v1.json' says which there are.")]
    [InlineData("""{"name": 5, "query": "a"}""", "'name' has a value of the wrong kind; '/openapi/v1.json' says which it takes.")]
    [InlineData("[1]", "The body must be a JSON object.")]
    [InlineData("""{"name": """, "The body is not JSON at line 1, byte 10: ")]
    public async Task A_body_that_cannot_be_read_is_refused_in_a_callers_words(string body, string expected)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await system.Api.Http.PostAsync("api/watches", content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(expected, (await BodyAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_lives_from_creation_to_removal()
    {
        using var created = await system.Api.Http.PostAsJsonAsync("api/watches", new { name = "Sanctions", query = " sanctions ", topic = "sanctions.russia" }, Token);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("\"1\"", created.Headers.ETag!.ToString());
        var watch = await BodyAsync(created);
        Assert.Equal(("Sanctions", "sanctions", "sanctions.russia", true, 1), (watch.GetProperty("name").GetString(), watch.GetProperty("query").GetString(), watch.GetProperty("topic").GetString(), watch.GetProperty("enabled").GetBoolean(), watch.GetProperty("version").GetInt32()));
        var path = created.Headers.Location!.ToString();

        // What the server gave may be sent back, edited.
        using var edited = await SendAsync(HttpMethod.Put, path, Edit(watch, "enabled", false), "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (edited.StatusCode, edited.Headers.ETag!.ToString()));
        Assert.Equal(watch.GetProperty("created").GetString(), (await BodyAsync(edited)).GetProperty("created").GetString());

        using var late = await SendAsync(HttpMethod.Put, path, new { query = "x", topic = "x" }, "\"1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal(2, (await BodyAsync(late)).GetProperty("currentVersion").GetInt32());
        using var lateRemoval = await SendAsync(HttpMethod.Delete, path, null, "\"1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, lateRemoval.StatusCode);

        using var removed = await SendAsync(HttpMethod.Delete, path, null, "\"2\"");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.Api.GetAsync(path)).Status);
        using var again = await SendAsync(HttpMethod.Delete, path, null, null);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task An_id_that_is_taken_is_a_conflict()
    {
        var watch = new { id = "taken", query = "x", topic = "x" };
        using var first = await system.Api.Http.PostAsJsonAsync("api/watches", watch, Token);
        using var second = await system.Api.Http.PostAsJsonAsync("api/watches", watch, Token);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Contains("'taken'", (await BodyAsync(second)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"topic": "x"}""", "'query' is required")]
    [InlineData("""{"query": "x"}""", "A topic is missing")]
    [InlineData("""{"query": "x", "topic": "Über"}""", "contains 'Ü'")]
    [InlineData("""{"query": "x", "topic": "a..b"}""", "empty segment")]
    [InlineData("""{"query": "x", "topic": "x", "id": "a b"}""", "'id' is 1 to 64 characters")]
    [InlineData("""{"query": "x", "topic": "x", "querry": "y"}""", "querry")]
    [InlineData("""{"query": 5, "topic": "x"}""", "query")]
    [InlineData("""{"query": """, "JSON")]
    [InlineData("""{"query": "x", "topic": "x", "id": ".."}""", "no address leads to it")]
    [InlineData("""{"query": "x", "topic": "x", "id": "new"}""", "no address leads to it")]
    [InlineData("", "The body is missing")]
    [InlineData("null", "The body is missing")]
    public async Task What_is_wrong_is_named(string body, string expected)
    {
        var answer = await PostTextAsync("api/watches", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(expected, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/watches", """{"query": "china AND (", "topic": "x"}""", 12)]
    [InlineData("api/watches/preview", """{"query": "\"open"}""", 1)]
    public async Task A_query_that_cannot_be_read_says_where_and_what_was_expected(string path, string body, int column)
    {
        var answer = await PostTextAsync(path, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.InRange(answer.Json.GetProperty("column").GetInt32(), 1, column + 5);
        Assert.NotEqual("", answer.Json.GetProperty("expected").ToString());
        Assert.NotEqual("", answer.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_preview_counts_every_day_and_shows_what_it_found()
    {
        await system.Api.PushAsync(new[] { new { title = "previewed one" }, new { title = "previewed two" }, new { title = "other" } });
        await Testing.Eventually.GetAsync(() => system.Api.CountAsync("previewed"), count => count == 2, "two articles in the archive");

        var answer = await PostTextAsync("api/watches/preview", """{"query": "previewed", "days": 3}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(2, answer.Json.GetProperty("total").GetInt64());
        var days = answer.Json.GetProperty("perDay").EnumerateArray().Select(d => d.GetProperty("count").GetInt64()).ToList();
        Assert.Equal((3, 2), (days.Count, days.Sum()));
        Assert.Equal(2, answer.Json.GetProperty("items").GetArrayLength());
        Assert.Contains("previewed", answer.Json.GetProperty("explain").GetString(), StringComparison.Ordinal);
        Assert.Contains("'days' is 1 to 90", (await PostTextAsync("api/watches/preview", """{"query": "x", "days": 91}""")).Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_says_how_each_example_comes_out()
    {
        var answer = await PostTextAsync("api/watches/preview", """{"query": "tanker", "examples": {"matches": ["A tanker came.", "A freighter came."], "misses": ["Calm seas", " "]}}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var examples = answer.Json.GetProperty("examples").EnumerateArray().Select(e => (e.GetProperty("mustMatch").GetBoolean(), e.GetProperty("number").GetInt32(), e.GetProperty("isGreen").GetBoolean())).ToList();
        Assert.Equal([(true, 1, true), (true, 2, false), (false, 1, true)], examples);
        Assert.Equal("tanker", answer.Json.GetProperty("examples")[1].GetProperty("decided").GetString());
        Assert.False((await PostTextAsync("api/watches/preview", """{"query": "tanker"}""")).Json.TryGetProperty("examples", out _));
    }

    [Fact]
    public async Task A_replacement_must_name_the_watch_it_replaces()
    {
        using var created = await system.Api.Http.PostAsJsonAsync("api/watches", new { id = "kept", query = "x", topic = "x" }, Token);
        using var renamed = await SendAsync(HttpMethod.Put, "api/watches/kept", new { id = "other", query = "x", topic = "x" }, null);
        Assert.Equal(HttpStatusCode.BadRequest, renamed.StatusCode);

        using var unknown = await SendAsync(HttpMethod.Put, "api/watches/unknown", new { query = "x", topic = "x" }, null);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        using var nonsense = await SendAsync(HttpMethod.Put, "api/watches/kept", new { query = "x", topic = "x" }, "\"abc\"");
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
    }

    [Fact]
    public async Task A_watch_keeps_its_examples_and_is_refused_where_one_speaks_against_it()
    {
        var watch = new { id = "exemplary", query = "sanctions", topic = "x", examples = new { matches = new[] { "New sanctions\nThey begin today." }, misses = new[] { "Weather\nIt rains." } } };
        using var created = await system.Api.Http.PostAsJsonAsync("api/watches", watch, Token);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var kept = (await system.Api.GetAsync("api/watches/exemplary")).Json;
        Assert.Equal("Weather\nIt rains.", kept.GetProperty("examples").GetProperty("misses")[0].GetString());

        using var refused = await SendAsync(HttpMethod.Put, "api/watches/exemplary", Edit(kept, "query", "rains"), null);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await BodyAsync(refused);
        Assert.Equal(("rains", true), (problem.GetProperty("decided").GetString(), problem.GetProperty("mustMatch").GetBoolean()));
        Assert.Contains("must match and does not", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("sanctions", (await system.Api.GetAsync("api/watches/exemplary")).Json.GetProperty("query").GetString());
    }

    [Fact]
    public async Task A_query_is_checked_without_being_run()
    {
        var good = (await PostTextAsync("api/query/check", """{"query": "a and b"}""")).Json;
        Assert.False(good.TryGetProperty("error", out _));
        Assert.Equal("a AND and AND b", good.GetProperty("canonical").GetString());
        Assert.NotEqual(0, good.GetProperty("hints").GetArrayLength());

        var bad = (await PostTextAsync("api/query/check", """{"query": "china AND ("}""")).Json.GetProperty("error");
        Assert.Equal(12, bad.GetProperty("column").GetInt32());
        Assert.NotEqual("", bad.GetProperty("expected").GetString());
    }

    private static Dictionary<string, object?> Edit(JsonElement watch, string member, object value)
    {
        var edited = watch.EnumerateObject().ToDictionary(m => m.Name, m => (object?)m.Value);
        edited[member] = value;
        return edited;
    }

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token)).RootElement;

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await system.Api.Http.SendAsync(request, Token);
    }

    private async Task<Testing.Answer> PostTextAsync(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await system.Api.Http.PostAsync(path, content, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        return new Testing.Answer(response.StatusCode, text, JsonDocument.Parse(text).RootElement);
    }
}
