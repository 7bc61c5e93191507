using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Gateway;

/// <summary>Fragments through the API of one running system. Each test has names of its own.</summary>
public sealed class FragmentApiTests(RunningStandalone system) : IClassFixture<RunningStandalone>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fragment_lives_from_creation_to_removal()
    {
        using var created = await SendAsync(HttpMethod.Post, "api/fragments", new { name = "life", query = " barclays OR hsbc " });
        Assert.Equal((HttpStatusCode.Created, "\"1\"", "/api/fragments/life"), (created.StatusCode, created.Headers.ETag!.ToString(), created.Headers.Location!.ToString()));
        var fragment = await BodyAsync(created);
        Assert.Equal(("life", "barclays OR hsbc", 1, 0), (Text(fragment, "name"), Text(fragment, "query"), fragment.GetProperty("version").GetInt32(), fragment.GetProperty("usedBy").GetProperty("watches").GetArrayLength()));

        using var taken = await SendAsync(HttpMethod.Post, "api/fragments", new { name = "life", query = "x" });
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);

        // What the server gave may be sent back, edited.
        var edit = fragment.EnumerateObject().ToDictionary(m => m.Name, m => (object?)m.Value);
        edit["query"] = "barclays";
        using var edited = await SendAsync(HttpMethod.Put, "api/fragments/life", edit, "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (edited.StatusCode, edited.Headers.ETag!.ToString()));
        Assert.Equal(Text(fragment, "created"), Text(await BodyAsync(edited), "created"));

        using var late = await SendAsync(HttpMethod.Put, "api/fragments/life", new { query = "x" }, "\"1\"");
        Assert.Equal((HttpStatusCode.PreconditionFailed, 2), (late.StatusCode, (await BodyAsync(late)).GetProperty("currentVersion").GetInt32()));
        using var lateRemoval = await SendAsync(HttpMethod.Delete, "api/fragments/life", null, "\"1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, lateRemoval.StatusCode);
        using var renamed = await SendAsync(HttpMethod.Put, "api/fragments/life", new { name = "other", query = "x" });
        Assert.Equal(HttpStatusCode.BadRequest, renamed.StatusCode);
        Assert.Equal("barclays", Text((await system.Api.GetAsync("api/fragments/life")).Json, "query"));

        using var removed = await SendAsync(HttpMethod.Delete, "api/fragments/life", null, "\"2\"");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.Api.GetAsync("api/fragments/life")).Status);
        using var again = await SendAsync(HttpMethod.Delete, "api/fragments/life", null);
        using var unknown = await SendAsync(HttpMethod.Put, "api/fragments/life", new { query = "x" });
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (again.StatusCode, unknown.StatusCode));
    }

    [Theory]
    [InlineData("""{"query": "x"}""", "needs a name")]
    [InlineData("""{"name": "Banks", "query": "x"}""", "contains 'B'")]
    [InlineData("""{"name": "@banks", "query": "x"}""", "without the '@'")]
    [InlineData("""{"name": "a", "query": " "}""", "'query' is required")]
    [InlineData("""{"name": "a", "query": "x", "topic": "t"}""", "There is no member 'topic' here")]
    [InlineData("""{"name": "a", "query": "x OR ("}""", "Column 7")]
    [InlineData("""{"name": "a", "query": "x @a"}""", "The fragment contains itself: @a → @a. Column 3")]
    [InlineData("""{"name": "a", "query": "x @nowhere-at-all"}""", "There is no fragment @nowhere-at-all. Column 3")]
    public async Task What_is_wrong_is_named(string body, string expected)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await system.Api.Http.PostAsync("api/fragments", content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(expected, Text(await BodyAsync(answer), "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fragment_that_would_contain_itself_through_another_is_refused_with_the_way()
    {
        await AddAsync("ring-a", "x");
        await AddAsync("ring-b", "y OR @ring-a");

        using var refused = await SendAsync(HttpMethod.Put, "api/fragments/ring-a", new { query = "x OR @ring-b" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await BodyAsync(refused);
        Assert.Equal(6, problem.GetProperty("column").GetInt32());
        Assert.Contains("@ring-a → @ring-b → @ring-a", Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_fragment_is_part_of_hinders_edits_that_would_break_it_and_the_removal()
    {
        await AddAsync("used", "barclays");
        await AddAsync("user", "@used OR insurer*");
        await WatchAsync("through", new { id = "through", name = "Through", query = "@user NEAR/5 sanctions", topic = "t" });
        await WatchAsync("exemplary", new { id = "exemplary", name = "Exemplary", query = "@used", topic = "t", examples = new { matches = new[] { "Barclays\nhas a new head." } } });
        var users = (await system.Api.GetAsync("api/fragments/used")).Json.GetProperty("usedBy");
        Assert.Equal(("exemplary through", "user"), (Texts(users, "watches"), Texts(users, "fragments")));

        using var unreadable = await SendAsync(HttpMethod.Put, "api/fragments/used", new { query = "title:barclays" });
        await IsRefusedAsync(unreadable, "The watch “Through” would be wrong", "a field");
        using var red = await SendAsync(HttpMethod.Put, "api/fragments/used", new { query = "hsbc" });
        await IsRefusedAsync(red, "The watch “Exemplary” would be wrong", "text that must match number 1");
        Assert.Equal("exemplary", Text((await BodyAsync(red)).GetProperty("broken")[0], "watch"));
        using var removed = await SendAsync(HttpMethod.Delete, "api/fragments/used", null);
        await IsRefusedAsync(removed, "“Exemplary”, “Through”", "@user");

        using var good = await SendAsync(HttpMethod.Put, "api/fragments/used", new { query = "barclays OR hsbc" });
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        using var gone = await SendAsync(HttpMethod.Delete, "api/watches/through", null);
        using var gone2 = await SendAsync(HttpMethod.Delete, "api/watches/exemplary", null);
        using var still = await SendAsync(HttpMethod.Delete, "api/fragments/used", null);
        await IsRefusedAsync(still, "the fragment @user");
        using var user = await SendAsync(HttpMethod.Delete, "api/fragments/user", null);
        using var free = await SendAsync(HttpMethod.Delete, "api/fragments/used", null);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (user.StatusCode, free.StatusCode));
    }

    [Fact]
    public async Task Every_reader_of_queries_knows_fragments_and_the_watcher_follows_them()
    {
        await AddAsync("fish", "herring OR kippers");
        await WatchAsync("fisher", new { id = "fisher", query = "@fish AND landed", topic = "fish" });
        await system.WaitForWatchesAsync();
        await system.Api.PushAsync(new[] { new { title = "Herring landed" }, new { title = "Salmon landed" } });
        await Eventually.GetAsync(() => system.Api.AlertsAsync("fish"), alerts => alerts.Count == 1, "the alert about herring");

        await Eventually.GetAsync(() => system.Api.CountAsync("@fish"), count => count == 1, "the article about herring");
        Assert.Equal(1, (await system.Api.GetAsync("api/articles/counts?q=%40fish&by=lang")).Json.GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await system.Api.GetAsync("api/articles/related?q=%40fish")).Status);
        Assert.Equal(HttpStatusCode.OK, (await system.Api.GetAsync("api/watches/fisher/related")).Status);
        using var preview = await SendAsync(HttpMethod.Post, "api/watches/preview", new { query = "@fish" });
        Assert.Equal(1, (await BodyAsync(preview)).GetProperty("total").GetInt64());
        using var check = await SendAsync(HttpMethod.Post, "api/query/check", new { query = "@fish" });
        var read = await BodyAsync(check);
        Assert.Contains("@fish (", Text(read, "explain"), StringComparison.Ordinal);
        Assert.Equal("fish", Text(read.GetProperty("fragments")[0], "name"));
        using var checkedFragment = await SendAsync(HttpMethod.Post, "api/query/check", new { query = "-@fish", fragment = "dry" });
        Assert.False((await BodyAsync(checkedFragment)).TryGetProperty("error", out _));

        var herring = (await system.Api.GetAsync("api/articles?q=%40fish")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        var explained = (await system.Api.GetAsync($"api/articles/{herring}/explain?watch=fisher")).Json;
        Assert.True(explained.GetProperty("watches")[0].GetProperty("holds").GetBoolean());
        foreach (var page in new[] { $"articles/{herring}", "watches/fisher", "watches/fisher/edit", "search?q=%40fish", "query/check?q=%40fish", "fragments", "fragments/fish/edit" })
        {
            using var shown = await system.Api.Http.GetAsync(page, Token);
            Assert.Equal((page, HttpStatusCode.OK), (page, shown.StatusCode));
            Assert.DoesNotContain("There is no fragment", await shown.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }

        using var edited = await SendAsync(HttpMethod.Put, "api/fragments/fish", new { query = "salmon" });
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        var pushed = 0;
        await Eventually.GetAsync(
            async () =>
            {
                await system.Api.PushAsync(new { title = $"Salmon landed again, catch {++pushed}" });
                return (await system.Api.AlertsAsync("fish")).Count;
            },
            count => count > 1,
            "an alert about salmon");
    }

    [Fact]
    public async Task A_watch_that_names_what_is_not_there_is_refused_at_the_column()
    {
        using var refused = await SendAsync(HttpMethod.Post, "api/watches", new { query = "x AND @not-there", topic = "t" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await BodyAsync(refused);
        Assert.Equal(7, problem.GetProperty("column").GetInt32());
        Assert.Contains("There is no fragment @not-there", Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_takes_fragments_with_the_watches_that_name_them_and_refuses_what_cannot_be_read()
    {
        string[] lines =
        [
            """{"watch": {"id": "imported", "name": "I", "query": "@imp-money", "topic": "t"}}""",
            """{"fragment": {"name": "imp-money", "query": "@imp-banks OR insurer*"}}""",
            """{"fragment": {"name": "imp-banks", "query": "barclays"}}""",
            """{"fragment": {"name": "imp-ring", "query": "@imp-ring"}}""",
            """{"fragment": {"name": "Imp", "query": "x"}}""",
            """{"watch": {"id": "unread", "name": "U", "query": "@imp-nowhere", "topic": "t"}}""",
            """{"watch": {"id": "red", "name": "R", "query": "@imp-money", "topic": "t", "examples": {"matches": ["Barclays pays"], "misses": ["An insurer pays"]}}}""",
            """{"watch": {"id": "green", "name": "G", "query": "@imp-money", "topic": "t", "examples": {"matches": [null, " ", "An insurer pays"], "misses": ["A bank pays"]}}}""",
            """{"fragment": {"name": "imp-two", "query": "x"}, "watch": {"id": "two", "name": "T", "query": "x", "topic": "t"}}""",
        ];

        var first = await ImportAsync(lines);
        Assert.Equal((2, 2), (first.GetProperty("fragments").GetProperty("added").GetInt32(), first.GetProperty("watches").GetProperty("added").GetInt32()));
        Assert.Equal([4, 5, 6, 7, 9], first.GetProperty("rejected").EnumerateArray().Select(r => r.GetProperty("line").GetInt32()));
        Assert.Equal("""{"matches":["An insurer pays"],"misses":["A bank pays"]}""", (await system.Api.GetAsync("api/watches/green")).Json.GetProperty("examples").GetRawText());
        Assert.StartsWith("The text that must not match number 1 comes out wrong.", Text(first.GetProperty("rejected")[3], "error"), StringComparison.Ordinal);

        var second = await ImportAsync([lines[2], """{"fragment": {"name": "imp-money", "query": "other"}}"""]);
        Assert.Equal(1, second.GetProperty("fragments").GetProperty("present").GetInt32());
        Assert.Equal("imp-money", Texts(second.GetProperty("fragments"), "different"));
        var exported = (await system.Api.GetAsync("api/export/fragments")).Json.GetProperty("items").EnumerateArray().Select(f => Text(f, "name")!).ToList();
        Assert.InRange(exported.IndexOf("imp-banks"), 0, exported.IndexOf("imp-money"));
    }

    private static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();

    private static string Texts(JsonElement json, string member) => string.Join(' ', json.GetProperty(member).EnumerateArray().Select(t => t.GetString()));

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token)).RootElement;

    private static async Task IsRefusedAsync(HttpResponseMessage answer, params string[] reasons)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var detail = Text(await BodyAsync(answer), "detail");
        Assert.All(reasons, reason => Assert.Contains(reason, detail, StringComparison.Ordinal));
    }

    private async Task AddAsync(string name, string query)
    {
        using var answer = await SendAsync(HttpMethod.Post, "api/fragments", new { name, query });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private async Task WatchAsync(string id, object watch)
    {
        using var answer = await SendAsync(HttpMethod.Post, "api/watches", watch);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, id);
    }

    private async Task<JsonElement> ImportAsync(IEnumerable<string> lines)
    {
        using var content = new StringContent(string.Join('\n', lines), System.Text.Encoding.UTF8, "application/jsonl");
        using var answer = await system.Api.Http.PostAsync("api/import", content, Token);
        return await BodyAsync(answer);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await system.Api.Http.SendAsync(request, Token);
    }
}
